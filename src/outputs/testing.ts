/** The pages of content made of texts, for tests. */
import assert from "node:assert/strict";
import type { Catalog } from "../catalog/graph.ts";
import { type Files, textOf } from "../catalog/testing.ts";
import { splitFrontMatter } from "../ingest/front-matter.ts";
import { createData } from "./api/data.ts";
import type { FileDigest } from "./api/records.ts";
import type { SitePage } from "./page-type.ts";
import { listPages } from "./page-types.ts";

/** Every page of a catalog; their bodies are those of `files`. */
export function pagesOf(
  catalog: Catalog,
  files: Files = {},
  fileDigest: FileDigest = () => undefined,
): readonly SitePage[] {
  const readBody = async (file: string) => splitFrontMatter(textOf(files[file] ?? "")).body.trim();
  return listPages({
    catalog,
    readBody,
    fileDigest,
    getData: async () => createData(catalog, readBody, fileDigest),
  });
}

export function getPage(pages: readonly SitePage[], path: string): SitePage {
  const page = pages.find((one) => one.path === path);
  assert.ok(page, path);
  return page;
}
