import assert from "node:assert/strict";
import { test } from "node:test";
import { blocksIn, sitemapsIn } from "./robots-rules.ts";

const blocks = (text: string, path: string) => blocksIn(text)(path);

test("sitemaps are named anywhere, in any case, with comments", () => {
  assert.deepEqual(
    sitemapsIn("sitemap: https://a.example/1.xml # one\r\nUser-agent: *\nSITEMAP:https://a.example/2.xml"),
    ["https://a.example/1.xml", "https://a.example/2.xml"],
  );
});

test("nothing is blocked by nothing", () => {
  for (const text of ["", "User-agent: *\nDisallow:", "User-agent: *\nAllow: /", "# Disallow: /"])
    assert.equal(blocks(text, "/a/"), false, text);
});

test("the longest rule decides, and a tie allows", () => {
  const text = "User-agent: *\nDisallow: /a/\nAllow: /a/b/\nDisallow: /c\nAllow: /c";
  assert.deepEqual(
    ["/a/", "/a/b/x", "/b/", "/c"].map((path) => blocks(text, path)),
    [true, false, false, false],
  );
});

test("wildcards and ends are read", () => {
  const text = "User-agent: *\nDisallow: /*.json$\nDisallow: /x*y";
  assert.deepEqual(
    ["/a.json", "/a.json/", "/xay", "/ax"].map((path) => blocks(text, path)),
    [true, false, true, false],
  );
});

test("a group of one crawler counts, and agents that follow each other share a group", () => {
  assert.equal(blocks("User-agent: *\nDisallow:\n\nUser-agent: Googlebot\nDisallow: /a/", "/a/"), true);
  assert.equal(blocks("User-agent: A\nUser-agent: B\nDisallow: /a/\nAllow: /a/", "/a/"), false);
});
