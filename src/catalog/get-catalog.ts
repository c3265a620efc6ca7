/** Promise: the site's one catalog, resolved once a build; throws with the whole report when anything is wrong. */
import { getCollection } from "astro:content";
import { toIssues } from "../ingest/locate.ts";
import { formatIssues } from "../ingest/report.ts";
import { buildDate, contentRoot, imageRoot, site } from "../site.config.ts";
import { entityKindKeys } from "../vocab/entity-kind.ts";
import { buildCatalog } from "./build-catalog.ts";
import type { EntryResult } from "./entries.ts";
import type { Catalog } from "./graph.ts";
import { type FactsResult, LINK_FACTS_FILE, listImages, ONC_FACTS_FILE, readTextIn } from "./load-content.ts";

let kept: { readonly version: string; readonly catalog: Promise<Catalog> } | undefined;

/**
 * A build asks once. In development each call looks whether anything changed,
 * so that an edit shows, and else answers with the same graph: what a route
 * lists and what its page asks for must be the same things.
 */
export async function getCatalog(): Promise<Catalog> {
  if (kept && !import.meta.env.DEV) return kept.catalog;
  const stored = await readStored();
  const version = versionOf(stored);
  if (kept?.version !== version) kept = { version, catalog: resolveCatalog(stored) };
  return kept.catalog;
}

async function readStored() {
  const collections = await Promise.all(entityKindKeys.map((kind) => getCollection(kind)));
  return { entities: collections.flat(), facts: await getCollection("facts"), images: await listImages(imageRoot) };
}

type Stored = Awaited<ReturnType<typeof readStored>>;

/** The same while all entries have the same bytes and the same images are there. */
function versionOf({ entities, facts, images }: Stored): string {
  return JSON.stringify([[...entities, ...facts].map(({ id, digest }) => [id, digest]), [...images]]);
}

async function resolveCatalog({ entities, facts, images }: Stored): Promise<Catalog> {
  const read = entities.map(({ data }) => data as EntryResult);
  const listed = facts
    .filter(({ id }) => id === ONC_FACTS_FILE || id === LINK_FACTS_FILE)
    .map(({ data }) => data as unknown as FactsResult);
  const content = {
    entries: read.flatMap(({ entry }) => entry ?? []),
    facts: listed.find((one) => one.facts)?.facts,
    links: listed.find((one) => one.links)?.links,
    images,
    found: [...read, ...listed].flatMap(({ findings }) => findings),
  };
  const result = buildCatalog(content, { buildDate, indexing: site.indexing });
  if (result.ok) return result.catalog;
  const issues = await toIssues(result.findings, readTextIn(contentRoot));
  throw new ContentError(formatIssues(issues, entities.length + facts.length));
}

/** The content has errors; the message is the report. */
export class ContentError extends Error {
  override readonly name = "ContentError";
}
