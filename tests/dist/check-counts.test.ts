import assert from "node:assert/strict";
import { test } from "node:test";
import { countsCheck } from "./check-counts.ts";
import { countsIn, pageOf, violationsIn } from "./testing.ts";

const FILTERS = "offering/filters/index.html";
const links = (count: number) =>
  pageOf("/offering/filters/", { body: `<a href="/offering/kind/a/">A</a> <span class="count">${count}</span>` });
const rows = (count: number) => `<table>${'<tr><th scope="row">A</th><td>B</td></tr>'.repeat(count)}</table>`;
const files = {
  [FILTERS]: links(3),
  "offering/kind/a/index.html": pageOf("/offering/kind/a/", {
    body: `${rows(2)}<a href="/offering/kind/a/page/2/" rel="next">Next</a>`,
  }),
  "offering/kind/a/page/2/index.html": pageOf("/offering/kind/a/page/2/", { body: rows(1) }),
};

test("the rows of all pages of a value are as many as the number beside its link", async () => {
  assert.deepEqual(await violationsIn(countsCheck, files), []);
  assert.deepEqual((await countsIn(countsCheck, files)).short, []);
  assert.deepEqual(await violationsIn(countsCheck, { ...files, [FILTERS]: links(4) }), [
    "/offering/kind/a/: lists 3 offerings, not 4",
  ]);
});

test("a page of a value that nothing with a number leads to is missed", async () => {
  const without = { ...files, [FILTERS]: pageOf("/offering/filters/") };
  assert.deepEqual((await countsIn(countsCheck, without)).short, ["only 0 values of filters, expected 1"]);
});
