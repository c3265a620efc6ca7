import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogOf, healthy } from "../catalog/testing.ts";
import { buildApisJson } from "./apis-json.ts";

test("it changes with the catalog, and never before it was there", () => {
  const catalog = catalogOf(healthy());
  const daysWith = (modified: string) => {
    const news = catalog.news.map((item) => ({ ...item, modified }));
    const { created, modified: last } = buildApisJson({ ...catalog, news }) as Record<string, unknown>;
    return [created, last];
  };
  assert.deepEqual(daysWith("2026-02-03"), ["2026-11-29", "2026-11-29"]);
  assert.deepEqual(daysWith("2027-02-03"), ["2026-11-29", "2027-02-03"]);
});
