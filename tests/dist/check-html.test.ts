import assert from "node:assert/strict";
import { test } from "node:test";
import { htmlCheck } from "./check-html.ts";
import { countsIn, violationsIn } from "./testing.ts";

const page = (body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A</title></head><body>${body}</body></html>`;

test("valid pages have no violation, and are counted", async () => {
  const files = { "index.html": page("<h1>A</h1>"), "about/index.html": page("<h1>B</h1>") };
  assert.deepEqual(await violationsIn(htmlCheck, files), []);
  assert.equal((await countsIn(htmlCheck, files)).counts[0]?.count, 2);
});

test("markup that is not valid is found with its place, as is a title that was not escaped", async () => {
  const found = await violationsIn(htmlCheck, {
    "index.html": page("<h1>A</h1><p><div></div></p>"),
    "news/a/index.html": page("<h1>Profiles <b & more</h1>"),
  });
  assert.match(found.join("\n"), /^\/ \(1:\d+\): no-implicit-close: /m);
  assert.match(found.join("\n"), /^\/news\/a\/ \(1:\d+\): /m);
});

test("what the parser of the standard mends in silence is found, with its line", async () => {
  const found = await violationsIn(htmlCheck, {
    "offering/index.html": `${page("<h1>A</h1>")}\n<script type="module" src="/a.js"></script>`,
    "news/a/index.html": page("<h1>A</h1>").replace("<!doctype html>", ""),
    "news/b/index.html": page("<h1>A\u0092</h1>"),
  });
  assert.ok(found.includes("/offering/ (2:1): parse error: script is not where it stands"), found.join("\n"));
  assert.ok(found.includes("/news/a/ (1:1): parse error: missing-doctype"), found.join("\n"));
  assert.match(found.join("\n"), /^\/news\/b\/ \(1:\d+\): parse error: control-character-in-input-stream$/m);
});
