import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, type TestContext, test } from "node:test";
import { fetchPage, findOwnUrl, readSavedPage } from "./fetch-page.ts";
import { serve } from "./testing.ts";

async function openFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "curalog-"));
  t.after(() => rm(folder, { recursive: true }));
  return folder;
}

test("a page is fetched as text, in its own encoding, with the address after redirects", async (t) => {
  const server = await serve(t, (request, response) => {
    response.sendDate = false;
    if (request.url === "/") response.writeHead(301, { location: "/page" }).end();
    else response.writeHead(200, { "content-type": "text/html; charset=latin1" }).end(Buffer.from("<p>\xe9", "latin1"));
  });
  assert.deepEqual(await fetchPage(server.origin, { allowsLoopback: true }), {
    url: `${server.origin}/page`,
    html: "<p>é",
  });
  await server.idle();
});

test("a page of 20 MB is read, a longer one is not, and a file of another kind is not", async (t) => {
  const server = await serve(t, (request, response) => {
    const type = request.url === "/pdf" ? "application/pdf" : "text/html";
    response.writeHead(200, { "content-type": type }).end("a".repeat(Number(request.url?.slice(1)) || 1));
  });
  const options = { allowsLoopback: true };
  assert.equal((await fetchPage(`${server.origin}/20000000`, options)).html.length, 20_000_000);
  await assert.rejects(fetchPage(`${server.origin}/20000001`, options), { reason: "too-large" });
  await assert.rejects(fetchPage(`${server.origin}/pdf`, options), { reason: "wrong-type" });
  await assert.rejects(fetchPage(`${server.origin}/1`), { reason: "not-public" });
});

test("a saved page is read like a fetched one", async (t) => {
  const path = join(await openFolder(t), "Saved Page.HTML");
  await writeFile(
    path,
    Buffer.from("<meta charset=latin1><link rel=canonical href=https://a.example/b><p>\xe9", "latin1"),
  );
  assert.deepEqual(await readSavedPage(path), {
    url: "https://a.example/b",
    html: "<meta charset=latin1><link rel=canonical href=https://a.example/b><p>é",
  });
});

test("a page that was saved as .mhtml is read, with the address that it was saved from", async (t) => {
  const path = join(await openFolder(t), "page.mhtml");
  await writeFile(
    path,
    "Snapshot-Content-Location: https://a.example/b\r\nContent-Type: text/html; charset=latin1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>=E9",
  );
  assert.deepEqual(await readSavedPage(path), { url: "https://a.example/b", html: "<p>é" });
});

test("a saved page that is too long, no page or no file is refused", async (t) => {
  const folder = await openFolder(t);
  await writeFile(join(folder, "long.html"), "a".repeat(101));
  await writeFile(join(folder, "empty.mhtml"), "x");
  await writeFile(join(folder, "page.webarchive"), "x");
  await mkdir(join(folder, "folder.html"));
  const cases: [file: string, reason: string, message: RegExp][] = [
    [
      "long.html",
      "file-too-large",
      /long\.html' has 0\.1 MB; saved pages of up to 0\.1 MB are read\. Save the page without its pictures/,
    ],
    [
      "page.webarchive",
      "no-page",
      /does not end in \.html, \.htm, \.xhtml, \.mhtml, \.mht\. Save the page in a browser/,
    ],
    ["empty.mhtml", "no-page", /There is no page in the file/],
    ["missing.html", "no-file", /cannot be read \(ENOENT\)\. Give the path of a page/],
    ["folder.html", "no-file", /is not a file/],
  ];
  for (const [file, reason, message] of cases) {
    await assert.rejects(readSavedPage(join(folder, file), 100), { name: "FetchError", reason, message });
  }
});

test("a pipe is refused without waiting for its other end", { skip: process.platform === "win32" }, async (t) => {
  const path = join(await openFolder(t), "pipe.html");
  execFileSync("mkfifo", [path]);
  await assert.rejects(readSavedPage(path), { reason: "no-file" });
});

describe("the address that a page gives as its own", () => {
  const saved = "<!-- saved from url=(0021)https://a.example/b?c -->";
  const cases: [html: string, url: string | undefined][] = [
    ["<p>", undefined],
    [`<!DOCTYPE html>\n${saved}<html>`, "https://a.example/b?c"],
    ["<!--\n Page saved with SingleFile \n url: https://a.example/b \n saved date: Mon\n-->", "https://a.example/b"],
    ["<LINK REL='Canonical' HREF='https://a.example/c?x=1&amp;y=2'>", "https://a.example/c?x=1&y=2"],
    ['<link rel="shortlink canonical" href="https://a.example/c">', "https://a.example/c"],
    [`${saved}<link rel=canonical href="https://a.example/">`, "https://a.example/b?c"],
    [`${saved}<link rel=canonical href="https://a.example/c">`, "https://a.example/b?c"],
    ["<base href='https://a.example/'><link rel=canonical href='b/c'>", "https://a.example/b/c"],
    ["<base href='https://a.example/'><link rel=canonical href='./'>", undefined],
    ["<link rel=canonical href='https://a.example/'>", undefined],
    ["<link rel=canonical href='https://a.example/en/'>", undefined],
    [
      "<link rel=canonical href='https://a.example/'><meta property='og:url' content='https://a.example/b-c-d'>",
      "https://a.example/b-c-d",
    ],
    [
      "<link rel=canonical href='https://a.example/news/'><meta property='og:title og:url' content='https://a.example/news/b-c-d'>",
      "https://a.example/news/b-c-d",
    ],
    [
      "<meta property='og:url' content='https://a.example/news/'><link rel=canonical href='https://a.example/news/b-c-d'>",
      "https://a.example/news/b-c-d",
    ],
    ["<link rel=canonical href='https://a.example/undefined'>", undefined],
    ["<link rel=canonical href='https://a.example/{{canonicalUrl}}'>", undefined],
    [
      "<link rel=canonical href='http://localhost:3000/b'><meta property='og:url' content='https://a.example/b'>",
      "https://a.example/b",
    ],
    [
      "<!-- saved from url=(0030)https://a.example/undefined --><link rel=canonical href='https://a.example/b'>",
      "https://a.example/b",
    ],
    ["<link rel=canonical href='/c'>", undefined],
    [`${saved}<link rel=canonical href="javascript:alert(1)">`, "https://a.example/b?c"],
    ["<link rel=canonical href='https://me:secret@a.example/'>", undefined],
    ["<!-- saved from url=(0014)about:internet -->", undefined],
    ["<!-- <link rel=canonical href='https://a.example/'> -->", undefined],
    ["<script>'<link rel=canonical href=https://a.example/>'</script>", undefined],
    [
      "<link rel=canonical href='https://a.example/c/1'><link rel=canonical href='https://a.example/c/2'>",
      "https://a.example/c/1",
    ],
    ["<link rel=canonical>", undefined],
    [`<link rel=canonical href="https://a.example/c"><p>${"Text. ".repeat(2000)}${saved}`, "https://a.example/c"],
    [`<!-- saved with SingleFile ${"x ".repeat(200)} url: https://a.example/b -->`, undefined],
  ];
  for (const [html, url] of cases) {
    test(html.slice(0, 200), () => assert.equal(findOwnUrl(html), url));
  }
});

test("a comment of any length is read in time that grows with its length alone", () => {
  assert.equal(findOwnUrl(`<!-- ${"saved with SingleFile ".repeat(200_000)}-->`), undefined);
});
