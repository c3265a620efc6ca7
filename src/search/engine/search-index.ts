/** An index as the engine sees it, whether all of it is in memory or most of it still on the host. */

import type { FacetTable } from "../index/facet-table.ts";
import type { Posting } from "../index/postings.ts";
import type { SearchRecord } from "../index/search-record.ts";
import type { Rest } from "./search-answer.ts";
import type { FuzzyTerm } from "./term-dictionary.ts";

export interface SearchIndex {
  /** Number of records; their ids are 0 to size - 1. Grows while older ones arrive. */
  readonly size: number;
  readonly rest: Rest;
  /** Synonyms by folded phrase. */
  readonly synonyms: ReadonlyMap<string, readonly string[]>;
  /** How many records may be read to rank them. */
  readonly maxRanked: number;
  /** Words that begin with this, the word itself first. An index may leave out rare ones. */
  wordsWithPrefix(prefix: string): Awaitable<readonly string[]>;
  /** Words within a few edits of this, best first. */
  fuzzyTerms(word: string): Awaitable<readonly FuzzyTerm[]>;
  /** True when some record has exactly this word. */
  has(word: string): Awaitable<boolean>;
  /** Postings of each word, in the same order; none of an unknown word. */
  postings(words: readonly string[]): Awaitable<readonly (readonly Posting[])[]>;
  /** Records by id, in the same order. */
  records(ids: readonly number[]): Awaitable<readonly SearchRecord[]>;
  /** Values of every record by facet; unless `isNeeded`, undefined where they would first have to be fetched. */
  facets(isNeeded: boolean): Awaitable<FacetTable | undefined>;
  /** The position of a record's kind in `kindKeys`. */
  kindOf(id: number): number;
}

export type Awaitable<T> = T | Promise<T>;
