/** Finds documents for a loopback engine, with the built-in search. */

import { type SearchEngine, searchRecords } from "../../src/search/engine/engine.ts";
import type { Hit, Sort } from "../../src/search/engine/search-answer.ts";
import { type EngineDocument, toRecord } from "../../src/search/engines/document.ts";
import { kindKeys } from "../../src/search/index/search-record.ts";
import type { LoopbackIndex } from "./loopback-protocol.ts";

export interface Query {
  readonly words: string;
  readonly selection: ReadonlyMap<string, ReadonlySet<string>>;
  readonly sort: Sort;
  readonly size: number;
}

export interface Found {
  readonly total: number;
  readonly hits: readonly { readonly document: EngineDocument; readonly hit: Hit }[];
  /** Values with their counts by facet, the most frequent first. */
  readonly facets: ReadonlyMap<string, readonly (readonly [value: string, count: number])[]>;
}

/** Indexes are searched after they are filled, so each is opened once. */
const opened = new WeakMap<LoopbackIndex, SearchEngine>();

export async function find(index: LoopbackIndex, { words, selection, sort, size }: Query): Promise<Found> {
  const documents = [...index.documents.values()];
  const engine = opened.get(index) ?? searchRecords({ records: documents.map(toRecord), synonyms: [] });
  opened.set(index, engine);
  const answer = await engine.search({ query: words, selection, sort, expanded: new Set(kindKeys) });
  const [group] = answer.groups;
  const hits = answer.groups.length === 1 && group ? group.hits : answer.hits;
  const byHref = new Map(documents.map((document) => [document.href, document]));
  return {
    total: answer.count,
    hits: hits.slice(0, size).flatMap((hit) => {
      const document = byHref.get(hit.record.href);
      return document ? [{ document, hit }] : [];
    }),
    facets: new Map(answer.facets.map(({ name, values }) => [name, values.map(({ value, count }) => [value, count])])),
  };
}

/** The matches of a hit as an engine marks them, by property: a text, or the values of a list that match. */
export function marksOf({ title, detail, text, reasons }: Hit, start: string, end: string): Map<string, string[]> {
  const mark = (pieces: readonly string[]) =>
    pieces.map((piece, index) => (index % 2 === 1 ? `${start}${piece}${end}` : piece)).join("");
  const marked = [
    ...Object.entries({ title, detail, text }).filter(([, pieces]) => pieces.length > 1),
    ...reasons.map(({ field, value }) => [field, value] as const),
  ];
  return new Map(marked.map(([name, pieces]) => [name, [mark(pieces)]]));
}
