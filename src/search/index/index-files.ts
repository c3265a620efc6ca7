/** The files of an index on the host; all are JSON, because hosts compress that. */
import { chunksOf } from "../../lib/chunks-of.ts";
import type { RecordColumns } from "./record-columns.ts";
import type { SearchRecords } from "./search-record.ts";

/** Goes up whenever a page of an earlier build could not read the files of this one. */
export const FORMAT = 5;

/** Reads a file of the index by its name. Throws `SearchFailure`. */
export type Load = (file: string) => Promise<string>;

/** The only file whose name never changes. */
export const MANIFEST = "latest.json";

/** Its content: the name of the entry of the newest index. */
export interface Manifest {
  readonly format: number;
  readonly entry: string;
}

/** All records are fetched and held in memory: the newest with the entry, then the older ones. */
export interface MemoryEntry {
  readonly layout: "memory";
  readonly synonyms: SearchRecords["synonyms"];
  readonly newest: RecordColumns;
  /** Files of the older records, newest first. */
  readonly older: readonly string[];
}

/** Only what a query needs is fetched. `chunkFile` says how the files are named. */
export interface ChunkedEntry {
  readonly layout: "chunked";
  readonly synonyms: SearchRecords["synonyms"];
  readonly digest: string;
  /** One past the last id of each kind, in the order of `kindKeys`. */
  readonly kindEnds: readonly number[];
  readonly recordsPerFile: number;
  /** The first word of each file of words. */
  readonly firstWords: readonly string[];
  /** Postings that a file may have before the next word begins another. */
  readonly postingsPerFile: number;
}

/** The first file of an index. */
export type IndexEntry = MemoryEntry | ChunkedEntry;

/** The file of a chunk (`words-3`, `postings-3-0`, `records-7`, `facets`), with the digest of the whole index: `words-3.0123456789.json`. */
export function chunkFile(chunk: string, digest: string): string {
  return `${chunk}.${digest}.json`;
}

/** The words of a chunk by the file that has their postings: consecutive words share one until it is full. */
export function splitPostings<T>(words: readonly T[], countOf: (word: T) => number, postingsPerFile: number): T[][] {
  return [...chunksOf(words, countOf, { maxItems: Number.POSITIVE_INFINITY, maxSize: postingsPerFile })];
}

/** For each word of a chunk, which file has its postings, and which of the lists in that file they are. */
export function locatePostings(counts: readonly number[], postingsPerFile: number): { file: number; at: number }[] {
  const files = splitPostings(counts, (count) => count, postingsPerFile);
  return files.flatMap((words, file) => words.map((_, at) => ({ file, at })));
}
