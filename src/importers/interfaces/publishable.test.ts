import assert from "node:assert/strict";
import { test } from "node:test";
import {
  publishAddress,
  publishCanonicals,
  publishDate,
  publishName,
  publishText,
  publishTexts,
} from "./publishable.ts";

test("a text is published on one line, unless it says nothing or reaches a person", () => {
  const kept = [
    "5.0.0+20260101.12",
    "Epic",
    "4.0.1 1.42.4 main 14b02b7",
    "5.0.1.693",
    "19.4.121.0",
    "2026.02.R02",
    "search-type",
    "*",
  ];
  assert.deepEqual(kept.map(publishText), kept);
  assert.equal(publishText(" Two\n words\u0000 "), "Two words");
  const dropped = [
    "",
    " ",
    undefined,
    null,
    3,
    {},
    "IGNORED_FIELD",
    "\u0024{version}",
    "{{version}}",
    "<your-name>",
    "call (555) 123-4567",
    "+49 30 1234567",
    "555.123.4567",
    "(555)123-4567",
    "8005551212",
    "HAPI http://10.1.2.3:8080/fhir",
    "see http://localhost:3000/docs",
    "x".repeat(20_000),
    "write to a.b@acme.example",
    "x".repeat(201),
  ];
  assert.deepEqual(
    dropped.map(publishText),
    dropped.map(() => undefined),
  );
});

test("a word for no value is no name, and may be a code", () => {
  const words = ["string", "N/A", "none", "unknown", "-", "null", "TBD"];
  assert.deepEqual(
    words.map(publishName),
    words.map(() => undefined),
  );
  assert.deepEqual(words.map(publishText), words);
  assert.equal(publishName("Nonesuch"), "Nonesuch");
});

test("texts are published each once, in order", () => {
  assert.deepEqual(publishTexts(["b", "a", "b", null, "IGNORED_FIELD"]), ["a", "b"]);
  assert.deepEqual(publishTexts(null), []);
});

test("an address is published where it is public, without its query", () => {
  assert.equal(publishAddress("https://fhir.acme.example.com/r4?client_id=1#x"), "https://fhir.acme.example.com/r4");
  assert.equal(publishAddress("https://fhir.acme.example.com:8443/r4"), "https://fhir.acme.example.com:8443/r4");
  const dropped = [
    "https://{tenant}.acme.example.com/",
    "https://YOUR_DOMAIN.auth0.com/",
    "http://localhost:8080/fhir",
    "https://127.0.0.1/",
    "https://10.0.0.8/",
    "https://[::1]/",
    "https://fhir/",
    "https://fhir.acme.example.com:99999/r4",
    "https:///v1",
    "https://user:secret@acme.example.com/",
    "ftp://acme.example.com/",
    "urn:oid:1.2.3",
    "{{base}}/r4",
    7,
  ];
  assert.deepEqual(
    dropped.map(publishAddress),
    dropped.map(() => undefined),
  );
});

test("a canonical keeps its version, and one of a local network is not published", () => {
  assert.deepEqual(
    publishCanonicals([
      "http://hl7.org/fhir/us/core|6.1.0",
      "http://localhost/x|1",
      "urn:oid:1.2.3",
      "https://acme.example.com/p?client_id=4711",
      undefined,
    ]),
    ["http://hl7.org/fhir/us/core|6.1.0"],
  );
});

test("a date is published at the precision that is stated, a moment as its day", () => {
  const dates = ["2019", "2022-05", "2022-06-06", "2022-06-02T18:27:56+00:00", "2026-02-30", "IGNORED_FIELD", 2019];
  assert.deepEqual(dates.map(publishDate), [
    "2019",
    "2022-05",
    "2022-06-06",
    "2022-06-02",
    undefined,
    undefined,
    undefined,
  ]);
});
