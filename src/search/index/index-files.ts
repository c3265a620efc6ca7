/** The files of an index as they lie on the host, and their limits; all are JSON, because hosts compress that. */

import type { Shard } from "./record-columns.ts";
import type { RecordKind, SearchRecords } from "./search-record.ts";

/** Goes up whenever a page of an earlier build could not read the files of this one. */
export const FORMAT = 1;

/** Reads a file of the index by its name. Throws `SearchFailure`. */
export type Load = (file: string) => Promise<string>;

/** Kinds in the order of their ids. What has no date is looked for as often as the newest stories, and is far less: it comes first. */
export const idOrder: readonly RecordKind[] = ["offering", "topic", "organization", "author", "news"];

/** The only file whose name stays. */
export const MANIFEST = "latest.json";

/** What stands in it: where the newest index is. */
export interface Manifest {
  readonly format: number;
  readonly entry: string;
}

/** Everything is fetched, the entry first with the newest records, then the older ones. */
export interface WholeEntry {
  readonly layout: "whole";
  readonly synonyms: SearchRecords["synonyms"];
  readonly newest: Shard;
  /** Files of the older records, newest first. */
  readonly older: readonly string[];
}

/**
 * Only what a query needs is fetched. The name of a file is its kind, its
 * number and the digest of the whole index: `words-3.0123456789.json`.
 */
export interface ChunkedEntry {
  readonly layout: "chunked";
  readonly synonyms: SearchRecords["synonyms"];
  readonly digest: string;
  /** One past the last id of each kind, in `idOrder`. */
  readonly kindEnds: readonly number[];
  readonly recordsPerFile: number;
  /** The first word of each file of words. */
  readonly firstWords: readonly string[];
  /** Postings that a file may have before the next word begins another. */
  readonly postingsPerFile: number;
}

export type Entry = WholeEntry | ChunkedEntry;

/** File of a piece of a chunked index: `words-3`, `postings-3-0`, `records-7`, `facets`. */
export function chunkFile(piece: string, digest: string): string {
  return `${piece}.${digest}.json`;
}

/**
 * Which file of postings each word of a chunk has its own in, and where there:
 * words follow each other until a file is full.
 */
export function placePostings(counts: readonly number[], postingsPerFile: number): { file: number; at: number }[] {
  let file = 0;
  let at = 0;
  let full = 0;
  return counts.map((count) => {
    if (full > 0 && full + count > postingsPerFile) {
      file += 1;
      at = 0;
      full = 0;
    }
    full += count;
    at += 1;
    return { file, at: at - 1 };
  });
}
