/** What the engine asks of an index, whether all of it is in memory or most of it still on the host. */

import type { FacetTable } from "../index/facet-table.ts";
import type { Posting } from "../index/postings.ts";
import type { SearchRecord } from "../index/search-record.ts";
import type { Rest } from "./search-answer.ts";
import type { FuzzyTerm } from "./term-dictionary.ts";

export interface SearchIndex {
  /** How many records there are; their ids are 0 to size - 1, in reading order. Grows while older ones arrive. */
  readonly size: number;
  readonly rest: Rest;
  /** What a phrase stands for as well, folded. */
  readonly synonyms: ReadonlyMap<string, readonly string[]>;
  /** How many records may be looked at to rank them. */
  readonly maxRanked: number;
  /** Words that begin with this, itself first. An index may leave out rare ones when they are very many. */
  wordsFrom(prefix: string): Awaitable<readonly string[]>;
  /** Words that are nearly this, best first. */
  fuzzyTerms(word: string): Awaitable<readonly FuzzyTerm[]>;
  /** True when the word is known to the letter. */
  has(word: string): Awaitable<boolean>;
  /** Postings of each word, in the order asked; none for a word that is not known. */
  postings(words: readonly string[]): Awaitable<readonly (readonly Posting[])[]>;
  /** Records by id, in the order asked. */
  records(ids: readonly number[]): Awaitable<readonly SearchRecord[]>;
  /** Values of every record by facet; without `isNeeded` an index may answer undefined and fetch them meanwhile. */
  facets(isNeeded: boolean): Awaitable<FacetTable | undefined>;
  /** Kind of a record, as an index into the keys of `recordKinds`. */
  kindOf(id: number): number;
}

export type Awaitable<T> = T | Promise<T>;
