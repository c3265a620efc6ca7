import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { absoluteUrl, listDataUrl } from "../../views/urls.ts";
import { publishedKinds } from "../../vocab/entity-kind.ts";
import { listShapes, PAGE_SIZE } from "./list-shapes.ts";
import { revisionOf, toListPages, toNdjson } from "./lists.ts";
import type { Records } from "./records.ts";
import { sampleRecords } from "./testing.ts";

/** Records with this many authors. */
function authors(count: number): Records {
  const [one] = sampleRecords.author;
  assert.ok(one);
  return {
    ...sampleRecords,
    author: Array.from({ length: count }, (_, index) => ({ ...one, slug: `author-${index}` })),
  };
}

for (const kind of publishedKinds) {
  test(`a list of kind ${kind} is as it was, and fits its shape`, (t) => {
    const pages = toListPages(kind, sampleRecords);
    for (const page of pages) listShapes[kind].strict().parse(page);
    t.assert.snapshot(pages);
  });
}

test("pages hold every record once, in order, and name those beside them", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3 * PAGE_SIZE + 1 }), (count) => {
      const records = authors(count);
      const pages = toListPages("author", records);
      assert.deepEqual(
        pages.flatMap(({ items }) => items.map((item) => (item as { slug: string }).slug)),
        records.author.map(({ slug }) => slug),
      );
      for (const [index, page] of pages.entries()) {
        assert.ok(page.items.length <= PAGE_SIZE);
        assert.equal(page.self, absoluteUrl(listDataUrl("author", index + 1)));
        assert.equal(page.previous, pages[index - 1]?.self ?? null);
        assert.equal(page.next, pages[index + 1]?.self ?? null);
        assert.deepEqual([page.page, page.pages, page.total], [index + 1, pages.length, count]);
      }
    }),
    { numRuns: 30 },
  );
});

test("an empty list is one page with nothing on it", () => {
  const [page, second] = toListPages("author", authors(0));
  assert.deepEqual([page?.items, page?.total, page?.next, second], [[], 0, null, undefined]);
});

test("the revision changes with any record, and with nothing else", () => {
  const [one] = sampleRecords.topic;
  const changed = [{ ...one, description: "Another." }, ...sampleRecords.topic.slice(1)];
  assert.equal(revisionOf(sampleRecords.topic), revisionOf(structuredClone(sampleRecords.topic)));
  assert.notEqual(revisionOf(sampleRecords.topic), revisionOf(changed));
  assert.notEqual(revisionOf(sampleRecords.topic), revisionOf(sampleRecords.topic.slice(1)));
});

test("a line of NDJSON is a record, whatever stands in its texts", () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ name: fc.string({ unit: "binary" }) }, { noNullPrototype: true }), { maxLength: 5 }),
      (records) => {
        const lines = toNdjson(records).split("\n");
        assert.equal(lines.pop(), "");
        assert.deepEqual(
          lines.map((line) => JSON.parse(line)),
          records,
        );
      },
    ),
  );
});
