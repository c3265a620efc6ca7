import assert from "node:assert/strict";
import { test } from "node:test";
import { exportFormats, identify } from "../src/search/export/export-format.ts";
import { streamRecords } from "./export-records.ts";

test("records are the same each time they are read, and each has an address of its own", () => {
  const records = streamRecords(300);
  const source = { records, synonyms: [] };
  const [first, again] = [1, 2].map(() => identify(source, exportFormats.meilisearch, "curalog"));
  assert.deepEqual(first, again);
  assert.equal(first?.count, 300);
  assert.equal(new Set([...records].map(({ href }) => href)).size, 300);
});
