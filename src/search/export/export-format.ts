/** What an engine is given: its settings as JSON, and the documents as lines of its bulk format. */
import { createHash } from "node:crypto";
import type { EngineName } from "../../config/search-engine.ts";
import { chunksOf } from "../../lib/chunks-of.ts";
import type { EngineDocument } from "../engines/document.ts";
import type { SearchRecord, SearchRecords } from "../index/search-record.ts";
import { buildMeilisearchSettings } from "./meilisearch-settings.ts";
import { buildOpenSearchIndex } from "./opensearch-index.ts";
import { toDocument } from "./to-document.ts";
import { buildTypesenseCollection, buildTypesenseSynonyms } from "./typesense-collection.ts";

/** Records that are read more than once, one after another, and need not be in memory together. */
export interface ExportSource {
  readonly records: Iterable<SearchRecord>;
  readonly synonyms: SearchRecords["synonyms"];
}

export interface ExportFormat {
  /** The settings of an index of this name, by the name of a file. */
  readonly toSettings: (synonyms: SearchRecords["synonyms"], index: string) => Readonly<Record<string, object>>;
  /** One document in the bulk format, with the line end. */
  readonly toLines: (document: EngineDocument) => string;
  /** Ending of the files with documents. */
  readonly ending: string;
}

const toLine = (document: EngineDocument) => `${JSON.stringify(document)}\n`;

export const exportFormats: Readonly<Record<EngineName, ExportFormat>> = {
  opensearch: {
    toSettings: (synonyms) => ({ "index.json": buildOpenSearchIndex(synonyms) }),
    toLines: (document) => `{"index":{"_id":"${document.id}"}}\n${toLine(document)}`,
    ending: "ndjson",
  },
  typesense: {
    toSettings: (synonyms, index) => ({
      "collection.json": buildTypesenseCollection(index),
      "synonyms.json": buildTypesenseSynonyms(synonyms),
    }),
    toLines: toLine,
    ending: "jsonl",
  },
  meilisearch: {
    toSettings: (synonyms, index) => ({ "settings.json": buildMeilisearchSettings(synonyms, index) }),
    toLines: toLine,
    ending: "ndjson",
  },
};

const DIGEST_LENGTH = 16;

/** Documents that are written or sent together. */
export interface Batch {
  readonly count: number;
  readonly text: string;
}

/** In characters. Engines take tens of megabytes at once, and advise a few. */
const LIMITS = { maxItems: 5000, maxSize: 4_000_000 };

/** The documents in batches, always the same for the same records. */
export function* toBatches(records: Iterable<SearchRecord>, format: ExportFormat, limits = LIMITS): Generator<Batch> {
  for (const batch of chunksOf(documentsOf(records, format), ({ length }) => length, limits))
    yield { count: batch.length, text: batch.join("") };
}

/** Each in the bulk format. */
function* documentsOf(records: Iterable<SearchRecord>, { toLines }: ExportFormat): Generator<string> {
  for (const record of records) yield toLines(toDocument(record));
}

/** How many documents there are, and a name for an index that has exactly these and these settings. */
export function identify(
  { records, synonyms }: ExportSource,
  format: ExportFormat,
  name: string,
): { readonly count: number; readonly index: string } {
  const digest = createHash("sha256").update(JSON.stringify(format.toSettings(synonyms, name)));
  let count = 0;
  for (const document of documentsOf(records, format)) {
    digest.update(document);
    count += 1;
  }
  return { count, index: `${name}-${digest.digest("hex").slice(0, DIGEST_LENGTH)}` };
}

/** The most refused documents that a message names. */
export const MAX_REFUSED = 3;

/** The message where the searched name belongs to what no export made, which is neither replaced nor removed. */
export function describeForeign(what: string): string {
  return `${what}, which no export made, so it stays as it is. Choose another name for the export with --name.`;
}

/** True for the name of an index that an export of this name has made. */
export function isOwnIndex(index: string, name: string): boolean {
  const digest = index.slice(name.length + 1);
  return index.startsWith(`${name}-`) && digest.length === DIGEST_LENGTH && /^[\da-f]+$/.test(digest);
}
