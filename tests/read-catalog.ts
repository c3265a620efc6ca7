import assert from "node:assert/strict";
import { resolve } from "node:path";
import type { Catalog } from "../src/catalog/graph.ts";
import { loadCatalog } from "../src/catalog/load-content.ts";

/** The catalog of the project's own content. */
export async function readCatalog(): Promise<Catalog> {
  const root = resolve(import.meta.dirname, "..");
  const { result } = await loadCatalog({
    contentRoot: resolve(root, "content"),
    imageRoot: resolve(root, "public/images"),
    documentRoot: resolve(root, "public/documents"),
    // No entry is of a later day, so what is measured does not depend on the day on which it is run.
    buildDate: "9999-12-31",
  });
  assert.ok(result.ok, "the content has errors: npm run check names them");
  return result.catalog;
}
