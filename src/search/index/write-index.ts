/** All records as the files of one index, named by their content; runs at build. */
import { chunksOf } from "../../lib/chunks-of.ts";
import { digestOf } from "../../lib/digest.ts";
import { encodeFacets, encodePostings, encodeWords } from "./chunks.ts";
import { createFacetTable } from "./facet-table.ts";
import {
  type ChunkedEntry,
  chunkFile,
  FORMAT,
  MANIFEST,
  type Manifest,
  type MemoryEntry,
  splitPostings,
} from "./index-files.ts";
import { addPostings, type Postings, phrasesOf } from "./postings.ts";
import { encodeRecords } from "./record-columns.ts";
import { kindKeys, type SearchRecord, type SearchRecords } from "./search-record.ts";

export interface IndexFiles {
  /** The file that is fetched first. */
  readonly entry: string;
  /** Text by file name; the manifest is among them. */
  readonly files: ReadonlyMap<string, string>;
}

/** The most records that are all fetched; of a larger index, only what a query needs. */
export const MEMORY_LIMIT = 50_000;

/** `memoryLimit` is for tests and benchmarks. */
export function writeIndex({ records, synonyms }: SearchRecords, memoryLimit = MEMORY_LIMIT): IndexFiles {
  const ordered = kindKeys.flatMap((kind) => records.filter((record) => record.kind === kind));
  const files = new Map<string, string>();
  const write = ordered.length <= memoryLimit ? writeInMemory : writeChunked;
  const json = JSON.stringify(write(ordered, synonyms, files));
  const entry = `index.${digestOf(json, "hex", 10)}.json`;
  files.set(entry, json);
  files.set(MANIFEST, JSON.stringify({ format: FORMAT, entry } satisfies Manifest));
  return { entry, files };
}

/**
 * Records in a file. The first file has up to half more, so that it is never nearly empty; the others are cut from the
 * oldest end, so that a new story leaves the files of older ones, and the copies that browsers cached, unchanged.
 */
const PARTITION_SIZE = 5000;

function writeInMemory(
  records: readonly SearchRecord[],
  synonyms: SearchRecords["synonyms"],
  files: Map<string, string>,
): MemoryEntry {
  const older: string[] = [];
  let end = records.length;
  for (; end > PARTITION_SIZE * 1.5; end -= PARTITION_SIZE) {
    const json = JSON.stringify(encodeRecords(records.slice(end - PARTITION_SIZE, end)));
    const file = `records.${digestOf(json, "hex", 10)}.json`;
    files.set(file, json);
    older.unshift(file);
  }
  return { layout: "memory", synonyms, newest: encodeRecords(records.slice(0, end)), older };
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
  const postings: Postings = new Map();
  const phrases = phrasesOf(synonyms);
  const { table, add } = createFacetTable();
  records.forEach((record, id) => {
    addPostings(postings, id, record, phrases);
    add(record);
  });
  const chunks = new Map<string, unknown>([["facets", encodeFacets(table)]]);
  for (const [number, some] of cut(records, RECORDS_PER_FILE).entries())
    chunks.set(`records-${number}`, encodeRecords(some));
  const words = cut([...postings.keys()].sort(), WORDS_PER_FILE);
  words.forEach((some, number) => {
    const lists = some.map((word) => postings.get(word) ?? []);
    const counts = lists.map(({ length }) => length);
    chunks.set(`words-${number}`, encodeWords(some, counts));
    const files = splitPostings(lists, ({ length }) => length, POSTINGS_PER_FILE);
    for (const [file, inFile] of files.entries()) chunks.set(`postings-${number}-${file}`, encodePostings(inFile));
  });
  const texts = [...chunks].map(([name, chunk]) => [name, JSON.stringify(chunk)] as const);
  const digest = digestOf(texts.map(([, text]) => text).join("\n"), "hex", 10);
  for (const [name, text] of texts) files.set(chunkFile(name, digest), text);
  return {
    layout: "chunked",
    synonyms,
    digest,
    kindEnds: kindKeys.map((_, number) => records.findLastIndex(({ kind }) => kindKeys.indexOf(kind) <= number) + 1),
    recordsPerFile: RECORDS_PER_FILE,
    firstWords: words.map(([first = ""]) => first),
    postingsPerFile: POSTINGS_PER_FILE,
  };
}

function cut<T>(items: readonly T[], size: number): T[][] {
  return [...chunksOf(items, () => 0, { maxItems: size, maxSize: 0 })];
}
