/** What the benchmark asks of every engine, the project's own and its peers alike. */
import type { SearchRecord } from "../src/search/index/search-record.ts";

export interface Engine {
  readonly name: string;
  readonly version: string;
  /** True when a misspelt word finds the word that was meant. */
  readonly isForgiving: boolean;
  /** How it is set up, in a few words for the printed table. */
  readonly settings: string;
  /** What a page imports from it, as the text of an ES module; undefined where the engine brings files of its own. */
  readonly browserCode: string | undefined;
  /** Writes what a site would serve. May take its time: it is the work of a build. */
  publish(records: readonly SearchRecord[]): Promise<Published>;
}

/** The files of an engine for one set of records. */
export interface Published {
  /** Compressed bytes of everything that it may ever fetch, without its code. */
  readonly bytesInAll: number;
  /** Compressed bytes of the engine's code where it is not `browserCode`. */
  readonly codeBytes?: number;
  /** From the files as text to an engine that can be asked: what a browser does, and what is timed as loading. */
  open(): Promise<Searcher>;
  /** Compressed bytes that a page which has just been opened fetches up to the answer to this query, without code. */
  bytesBeforeAnswer(query: string): Promise<number>;
  close?(): Promise<void>;
}

export interface Searcher {
  /** Addresses of the first ten hits, best first. */
  search(query: string): Promise<readonly string[]>;
  /** Searches and says in how many milliseconds; for an engine that runs elsewhere than in this process. */
  time?(query: string): Promise<number>;
}

export const HITS = 10;
