/** Promise: the site's one catalog, resolved once a build; throws with the whole report when anything is wrong. */
import { formatIssues } from "../ingest/report.ts";
import { buildDate, contentRoot, imageRoot, site } from "../site.config.ts";
import type { Catalog } from "./graph.ts";
import { loadCatalog } from "./load-content.ts";

let kept: Promise<Catalog> | undefined;

export function getCatalog(): Promise<Catalog> {
  kept ??= resolveCatalog();
  return kept;
}

async function resolveCatalog(): Promise<Catalog> {
  const { result, issues, filesChecked } = await loadCatalog(contentRoot, imageRoot, buildDate, site.indexing);
  if (result.ok) return result.catalog;
  throw new ContentError(formatIssues(issues, filesChecked));
}

/** The content has errors; the message is the report. */
export class ContentError extends Error {
  override readonly name = "ContentError";
}
