import assert from "node:assert/strict";
import { test } from "node:test";
import { assetsNamedIn, isNamedIn } from "./named-files.ts";

test("pages, scripts and style sheets name files below /assets/ in ways of their own", () => {
  const texts = [
    '<link rel="stylesheet" href="/assets/site.DrgsFmDM.css"><script src="/assets/lang.C-NvirVf.js">',
    "import{a as e}from\"./text.Cml_XfVe.js\";await import(`./box.DgUojwej.js`);['assets/text.Cml_XfVe.js']",
    "new Worker(new URL(`/assets/worker-CQapLtpL.js`,import.meta.url))",
    "@font-face{src:url(/assets/bitter-latin-wght-normal.C8X_T8j_.woff2)}",
  ];
  assert.deepEqual(texts.flatMap(assetsNamedIn), [
    "/assets/site.DrgsFmDM.css",
    "/assets/lang.C-NvirVf.js",
    "/assets/text.Cml_XfVe.js",
    "/assets/box.DgUojwej.js",
    "/assets/worker-CQapLtpL.js",
    "/assets/bitter-latin-wght-normal.C8X_T8j_.woff2",
  ]);
});

test("no text leads anywhere else", () => {
  for (const text of ["assets/../admin/a.AAAAAAAA.js", "https://a.example/b.AAAAAAAA.js", "./c.js", "assets/d.png"])
    assert.deepEqual(assetsNamedIn(text), []);
});

test("a file is named by its path, an asset by its last part, a chunk of the search by the digest of its index", () => {
  assert.equal(isNamedIn('<img src="/images/a%20b.png">', "https://a.example/images/a%20b.png"), true);
  assert.equal(isNamedIn('<div data-rows="/topic/a/rows.json">', "https://a.example/topic/a/rows.json"), true);
  assert.equal(isNamedIn('<div data-rows="/topic/a/rows.json">', "https://a.example/topic/b/rows.json"), false);
  assert.equal(isNamedIn('import("./later.11111111.js")', "https://a.example/assets/later.11111111.js"), true);
  assert.equal(isNamedIn('{"digest":"0123456789"}', "https://a.example/search/words-3.0123456789.json"), true);
  assert.equal(isNamedIn('{"digest":"0123456789"}', "https://a.example/search/words-3.ffffffffff.json"), false);
});
