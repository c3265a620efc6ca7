/** The request and the answer of a search, small enough to cross from the worker to the page at every key. */
import type { FacetName } from "../index/facet-table.ts";
import type { RecordField, RecordKind, SearchRecord } from "../index/search-record.ts";
import type { Selection } from "./facet-selection.ts";

export type Sort = "relevance" | "date";

/** Hits of one kind, unless the reader asks for more. */
export const FEW = 5;
/** Hits of one kind at most. */
export const MANY = 200;
/** Hits of all kinds together. */
export const BEST = 10;
/** Reasons of a hit at most. */
export const MAX_REASONS = 3;
/** Characters of a query that count: nobody types more, and a pasted page must not stop the browser. */
export const MAX_QUERY = 300;
/** Values of one facet at most, the most frequent ones. */
export const MAX_VALUES = 15;

export interface SearchRequest {
  readonly query: string;
  /** Selected values by facet. */
  readonly selection?: Selection;
  /** `relevance` by default. */
  readonly sort?: Sort;
  /** Kinds with `MANY` hits in the answer instead of `FEW`. */
  readonly expanded?: ReadonlySet<RecordKind>;
  /** The answer then has no facets. */
  readonly withoutFacets?: boolean;
}

/** A text in pieces: every second one, from the second on, is a match. Joined they are the text. */
export type Highlighted = readonly string[];

export interface Hit {
  readonly record: SearchRecord;
  readonly title: Highlighted;
  readonly detail: Highlighted;
  readonly text: Highlighted;
  /** Fields with words of the query that neither the title nor the detail has. */
  readonly reasons: readonly { readonly field: RecordField; readonly value: Highlighted }[];
}

export interface HitGroup {
  readonly kind: RecordKind;
  /** How many hits of this kind there are; `hits` has the first of them. */
  readonly count: number;
  readonly hits: readonly Hit[];
}

export interface Facet {
  readonly name: FacetName;
  /** Values that the hits have, the most frequent first (years: the latest first), and all selected ones. */
  readonly values: readonly FacetValue[];
  /** How many further values there are. */
  readonly more: number;
}

export interface FacetValue {
  /** The label; of kinds the key, which is also in the address. */
  readonly value: string;
  /** How many hits have it, among those that the other facets leave. */
  readonly count: number;
  readonly isSelected: boolean;
}

/** Whether older records are here, still loading, or could not be fetched. */
export type Rest = "complete" | "loading" | FailureReason;

export interface SearchAnswer {
  readonly query: string;
  /** Records that match the words, before filters. */
  readonly total: number;
  /** Records left by the filters. */
  readonly count: number;
  /** The first of all kinds, in the requested order. */
  readonly hits: readonly Hit[];
  /** By kind, the kind of the best hit first. */
  readonly groups: readonly HitGroup[];
  /** Empty while those of a large index are still loading. */
  readonly facets: readonly Facet[];
  /** The query with its words corrected, when one was. */
  readonly corrected: string | undefined;
  /** Words of the query that were left out to find anything, as they were typed. */
  readonly dropped: readonly string[];
  readonly rest: Rest;
  /** The engine that the site asks did not answer, and the built-in search did in its place. */
  readonly standsIn?: true;
}

/** `missing`: the host has no such file (any more). `unreachable`: neither the host nor the network answers. `broken`: an error in the code. */
export type FailureReason = "missing" | "unreachable" | "broken";

/** A file of the index could not be fetched. */
export class SearchFailure extends Error {
  readonly reason: FailureReason;

  constructor(reason: FailureReason, file: string) {
    super(`${file} is ${reason}`);
    this.reason = reason;
  }
}

/** Any error but a `SearchFailure` is one in the code, and logged. */
export function failureReason(error: unknown): FailureReason {
  if (error instanceof SearchFailure) return error.reason;
  console.error(error);
  return "broken";
}
