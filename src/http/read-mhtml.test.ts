import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readMhtml } from "./read-mhtml.ts";

/** As Chrome writes it. */
const mhtmlOf = (body: string, encoding = "quoted-printable") =>
  Buffer.from(
    `From: <Saved by Blink>
Snapshot-Content-Location: https://news.example/2024/fhir-grows
Subject: =?utf-8?Q?FHIR=20grows?=
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----MultipartBoundary--abc----"


------MultipartBoundary--abc----
Content-Type: text/css
Content-Transfer-Encoding: quoted-printable

p { color: red }
------MultipartBoundary--abc----
Content-Type: text/html; charset=utf-8
Content-ID: <frame-1@mhtml.blink>
Content-Transfer-Encoding: ${encoding}
Content-Location: https://news.example/other

${body}
------MultipartBoundary--abc------
`.replaceAll("\n", "\r\n"),
    "latin1",
  );

const textOf = (file: Uint8Array) => new TextDecoder().decode(readMhtml(file)?.body).trim();

test("the first page of a saved message, in its encoding, with the address that it was saved from", () => {
  const page = readMhtml(mhtmlOf('<p class=3D"a">Gr=C3=BC=\n=C3=9Fe</p>'));
  assert.equal(page?.location, "https://news.example/2024/fhir-grows");
  assert.equal(page?.contentType, "text/html; charset=utf-8");
  assert.equal(textOf(mhtmlOf('<p class=3D"a">Gr=C3=BC=\n=C3=9Fe</p>')), '<p class="a">Grüße</p>');
  assert.equal(textOf(mhtmlOf(Buffer.from("<p>Grüße").toString("base64"), "base64")), "<p>Grüße");
  assert.equal(textOf(mhtmlOf("<p>a=b", "8bit")), "<p>a=b");
});

test("a message of one part, with the line ends of Unix", () => {
  const file = Buffer.from("Content-Type: text/html\nContent-Location: https://a.example/b\n\n<p>One</p>");
  assert.equal(textOf(file), "<p>One</p>");
  assert.equal(readMhtml(file)?.location, "https://a.example/b");
});

test("bytes without a page hold none, and any bytes are read", () => {
  for (const text of [
    "",
    "<p>One</p>",
    "Content-Type: multipart/related; boundary=a\n\n--a\nContent-Type: text/css\n\n",
  ]) {
    assert.equal(readMhtml(Buffer.from(text)), undefined, text);
  }
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      readMhtml(bytes);
      readMhtml(mhtmlOf(Buffer.from(bytes).toString("latin1")));
    }),
  );
});
