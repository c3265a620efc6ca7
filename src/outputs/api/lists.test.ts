import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Catalog } from "../../catalog/graph.ts";
import { catalogOf } from "../../catalog/testing.ts";
import { absoluteUrl, listDataUrl } from "../../views/urls.ts";
import { type PublishedKind, publishedKinds } from "../../vocab/entity-kind.ts";
import { createLines, type Lines } from "../cached-lines.ts";
import { listShapes, PAGE_SIZE } from "./list-shapes.ts";
import { pageCount, revisionOf, toListPage } from "./lists.ts";
import { listEntities } from "./records.ts";
import { sample, sampleData, sampleRecords } from "./testing.ts";

const empty = catalogOf({});

/** A catalog with this many authors and nothing else. */
function authors(count: number): Catalog {
  const [one] = sample.authors;
  assert.ok(one);
  return { ...empty, authors: Array.from({ length: count }, (_, index) => ({ ...one, slug: `author-${index}` })) };
}

function pagesOf(kind: PublishedKind, catalog: Catalog, revision = "revision") {
  const entities = listEntities(catalog);
  return Array.from({ length: pageCount(entities[kind].length) }, (_, index) =>
    toListPage(kind, index + 1, { catalog, entities }, revision),
  );
}

function linesOf(records: readonly { readonly slug: string }[]): Lines {
  const sources = records.map((record) => {
    const line = JSON.stringify(record);
    return { key: () => line, make: async () => line };
  });
  return createLines("records", sources);
}

for (const kind of publishedKinds) {
  test(`a list of kind ${kind} is as it was, and fits its shape`, async (t) => {
    const pages = pagesOf(kind, sample, await revisionOf(sampleData.lines[kind]));
    for (const page of pages) listShapes[kind].strict().parse(page);
    t.assert.snapshot(pages);
  });
}

test("pages hold every record once, in order, and name those beside them", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3 * PAGE_SIZE + 1 }), (count) => {
      const catalog = authors(count);
      const pages = pagesOf("author", catalog);
      assert.deepEqual(
        pages.flatMap(({ items }) => items.map((item) => (item as { slug: string }).slug)),
        listEntities(catalog).author.map(({ slug }) => slug),
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
  const [page, second] = pagesOf("author", empty);
  assert.deepEqual([page?.items, page?.total, page?.next, second], [[], 0, null, undefined]);
});

test("the revision changes with any record, and with nothing else", async () => {
  const [one, ...others] = sampleRecords.topic;
  assert.ok(one);
  const revision = await revisionOf(sampleData.lines.topic);
  assert.equal(await revisionOf(linesOf(sampleRecords.topic)), revision);
  assert.notEqual(await revisionOf(linesOf([{ ...one, description: "Another." }, ...others])), revision);
  assert.notEqual(await revisionOf(linesOf(others)), revision);
});
