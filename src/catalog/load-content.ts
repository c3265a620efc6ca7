/** A content folder becomes a catalog, or all that is wrong with it; what the site, the check and the desk read content with. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { LocatedDiagnostic } from "../ingest/diagnostic.ts";
import { locateDiagnostics } from "../ingest/locate.ts";
import { listFiles } from "../ingest/read-content.ts";
import type { IndexingPolicy } from "../vocab/indexing.ts";
import { buildCatalog, type CatalogResult } from "./build-catalog.ts";
import { type Reading, refreshContent } from "./content-store.ts";

export { LINK_FACTS_FILE, ONC_FACTS_FILE } from "./file-kind.ts";
export { type FactsResult, readEntry, readFacts } from "./read-file.ts";

/** Reads, validates and resolves a whole content folder. */
export async function loadCatalog(
  contentRoot: string,
  imageRoot: string,
  buildDate: string,
  indexing?: IndexingPolicy,
  reading?: Reading,
): Promise<{ result: CatalogResult; issues: LocatedDiagnostic[]; filesChecked: number }> {
  const { files, load } = await refreshContent({ ...reading, contentRoot, imageRoot });
  const { content } = load();
  const result = buildCatalog(content, { buildDate, indexing });
  return {
    result,
    issues: await locateDiagnostics(result.diagnostics, readTextIn(contentRoot)),
    filesChecked: files.length,
  };
}

/** Files below the image folder, by their path below it. */
export async function listImages(imageRoot: string): Promise<ReadonlySet<string>> {
  return new Set(await listFiles(imageRoot, "", ""));
}

/** Reads a content file as text, or undefined when it is gone. */
export function readTextIn(contentRoot: string): (file: string) => Promise<string | undefined> {
  return (file) => readFile(join(contentRoot, file), "utf8").catch(() => undefined);
}
