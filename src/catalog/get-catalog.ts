/** Promise: the site's one catalog, resolved once a build; throws with the whole report when anything is wrong. */
import { getCollection } from "astro:content";
import { toIssues } from "../ingest/locate.ts";
import { formatIssues } from "../ingest/report.ts";
import { buildDate, contentRoot, imageRoot } from "../site.config.ts";
import { entityKindKeys } from "../vocab/entity-kind.ts";
import { buildCatalog } from "./build-catalog.ts";
import type { EntryResult } from "./entries.ts";
import type { Catalog } from "./graph.ts";
import { type FactsResult, listImages, readTextIn } from "./load-content.ts";

let catalog: Promise<Catalog> | undefined;

/** In development each request asks again, so that an edit shows; a build asks once. */
export function getCatalog(): Promise<Catalog> {
  if (import.meta.env.DEV) return resolveCatalog();
  catalog ??= resolveCatalog();
  return catalog;
}

async function resolveCatalog(): Promise<Catalog> {
  const collections = await Promise.all(entityKindKeys.map((kind) => getCollection(kind)));
  const read = collections.flat().map(({ data }) => data as EntryResult);
  const [facts] = (await getCollection("facts")).map(({ data }) => data as FactsResult);
  const content = {
    entries: read.flatMap(({ entry }) => entry ?? []),
    facts: facts?.facts,
    images: await listImages(imageRoot),
    found: [...read, ...(facts ? [facts] : [])].flatMap(({ findings }) => findings),
  };
  const result = buildCatalog(content, { buildDate });
  if (result.ok) return result.catalog;
  const issues = await toIssues(result.findings, readTextIn(contentRoot));
  throw new ContentError(formatIssues(issues, read.length));
}

/** The content has errors; the message is the report. */
export class ContentError extends Error {
  override readonly name = "ContentError";
}
