/** All records as the files of one index, named by their content; runs at build. */
import { digestOf } from "../../lib/digest.ts";
import { encodeFacets, encodePostings, encodeWords } from "./chunks.ts";
import { createFacetTable } from "./facet-table.ts";
import {
  type ChunkedEntry,
  chunkFile,
  FORMAT,
  idOrder,
  MANIFEST,
  type Manifest,
  placePostings,
  type WholeEntry,
} from "./index-files.ts";
import { addWords, type Posting, phrasesOf } from "./postings.ts";
import { encodeRecords } from "./record-columns.ts";
import type { SearchRecord, SearchRecords } from "./search-record.ts";

export interface IndexFiles {
  /** The file that is fetched first. */
  readonly entry: string;
  /** Text by file name; the pointer is among them. */
  readonly files: ReadonlyMap<string, string>;
}

/** The most records that are fetched whole; of more, only what a query needs. */
export const WHOLE_LIMIT = 50_000;

/** Without `wholeLimit` the size decides the layout as it does for the site; tests and benchmarks set it. */
export function writeIndex(corpus: SearchRecords, wholeLimit = WHOLE_LIMIT): IndexFiles {
  const records = inIdOrder(corpus.records);
  const files = new Map<string, string>();
  const write = records.length <= wholeLimit ? writeWhole : writeChunked;
  const json = JSON.stringify(write(records, corpus.synonyms, files));
  const entry = `index.${digestOf(json)}.json`;
  files.set(entry, json);
  files.set(MANIFEST, JSON.stringify({ format: FORMAT, entry } satisfies Manifest));
  return { entry, files };
}

/** See `idOrder`. */
function inIdOrder(records: readonly SearchRecord[]): readonly SearchRecord[] {
  return idOrder.flatMap((kind) => records.filter((record) => record.kind === kind));
}

/**
 * Records in a file. The first file has up to half more, so that it is never
 * nearly empty; the others are cut from the oldest end, so that a story that is
 * added leaves the files of older ones, and what browsers keep of them, as they are.
 */
const SHARD = 5000;

function writeWhole(
  records: readonly SearchRecord[],
  synonyms: SearchRecords["synonyms"],
  files: Map<string, string>,
): WholeEntry {
  const [newest = [], ...older] = toPartitions(records);
  return {
    layout: "whole",
    synonyms,
    newest: encodeRecords(newest),
    older: older.map((shard) => {
      const json = JSON.stringify(encodeRecords(shard));
      const file = `records.${digestOf(json)}.json`;
      files.set(file, json);
      return file;
    }),
  };
}

function toPartitions(records: readonly SearchRecord[]): readonly (readonly SearchRecord[])[] {
  const shards: (readonly SearchRecord[])[] = [];
  let end = records.length;
  for (; end > SHARD * 1.5; end -= SHARD) shards.unshift(records.slice(end - SHARD, end));
  return [records.slice(0, end), ...shards];
}

/** About two kilobytes compressed: the hits of one answer lie in many files. */
const RECORDS_PER_FILE = 32;
const WORDS_PER_FILE = 2000;
const POSTINGS_PER_FILE = 4000;

function writeChunked(
  records: readonly SearchRecord[],
  synonyms: SearchRecords["synonyms"],
  files: Map<string, string>,
): ChunkedEntry {
  const postings = new Map<string, Posting[]>();
  const phrases = phrasesOf(synonyms);
  const { table, add } = createFacetTable();
  records.forEach((record, id) => {
    addWords(postings, id, record, phrases);
    add(record);
  });
  const pieces = new Map<string, unknown>([["facets", encodeFacets(table)]]);
  for (const [number, chunk] of chunksOf(records, RECORDS_PER_FILE).entries()) {
    pieces.set(`records-${number}`, encodeRecords(chunk));
  }
  const words = chunksOf([...postings.keys()].sort(), WORDS_PER_FILE);
  words.forEach((chunk, number) => {
    const lists = chunk.map((word) => postings.get(word) ?? []);
    const counts = lists.map((list) => list.length);
    pieces.set(`words-${number}`, encodeWords(chunk, counts));
    const places = placePostings(counts, POSTINGS_PER_FILE);
    for (const [file, inFile] of Map.groupBy(lists.keys(), (at) => places[at]?.file ?? 0))
      pieces.set(`postings-${number}-${file}`, encodePostings(inFile.map((at) => lists[at] ?? [])));
  });
  const texts = [...pieces].map(([name, piece]) => [name, JSON.stringify(piece)] as const);
  const digest = digestOf(texts.map(([, text]) => text).join("\n"));
  for (const [name, text] of texts) files.set(chunkFile(name, digest), text);
  return {
    layout: "chunked",
    synonyms,
    digest,
    kindEnds: idOrder.map(
      (kind) => records.findLastIndex((record) => idOrder.indexOf(record.kind) <= idOrder.indexOf(kind)) + 1,
    ),
    recordsPerFile: RECORDS_PER_FILE,
    firstWords: words.map(([first = ""]) => first),
    postingsPerFile: POSTINGS_PER_FILE,
  };
}

function chunksOf<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}
