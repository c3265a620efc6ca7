/** What is asked of a search and what it answers, small enough to cross from the worker to the page at every key. */
import type { FacetName } from "../index/facet-table.ts";
import type { RecordField, RecordKind, SearchRecord } from "../index/search-record.ts";
import type { Selection } from "./facets.ts";

export type Sort = "relevance" | "date";

/** Hits of one kind, unless more are wanted. */
export const FEW = 5;
/** Hits of one kind at most, and for ranking. */
export const MANY = 200;
/** Hits of all kinds together. */
export const BEST = 10;
/** Values of one filter that are offered, the most frequent ones. */
export const MAX_VALUES = 15;

export interface SearchRequest {
  readonly query: string;
  /** Chosen values by facet; none without it. */
  readonly selection?: Selection;
  /** `relevance` without it. */
  readonly sort?: Sort;
  /** Kinds of which `MANY` hits are wanted, not `FEW`. */
  readonly expanded?: ReadonlySet<RecordKind>;
  /** True where no filters are shown; the answer then has no facets. */
  readonly withoutFacets?: boolean;
}

/** A text in pieces: every second one, from the second on, is a match. Joined they are the text. */
export type Highlighted = readonly string[];

export interface Hit {
  readonly record: SearchRecord;
  readonly title: Highlighted;
  readonly detail: Highlighted;
  readonly text: Highlighted;
  /** Fields that hold words of the query which stand neither in the title nor in the detail. */
  readonly reasons: readonly { readonly field: RecordField; readonly value: Highlighted }[];
}

export interface HitGroup {
  readonly kind: RecordKind;
  /** How many there are; `hits` has the first of them. */
  readonly count: number;
  readonly hits: readonly Hit[];
}

export interface Facet {
  readonly name: FacetName;
  /** Values that the hits have, the most frequent first (years: the latest first), chosen ones always among them. */
  readonly values: readonly FacetValue[];
  /** How many further values there are. */
  readonly more: number;
}

export interface FacetValue {
  /** Stands in the address: the label, for kinds the key. */
  readonly value: string;
  /** How many hits are left if it is chosen in its facet, the other facets staying. */
  readonly count: number;
  readonly isSelected: boolean;
}

/** `loading`: older records are still on their way. `gone`, `unreachable`: they could not be fetched. */
export type Rest = "complete" | "loading" | "gone" | "unreachable";

export interface SearchAnswer {
  readonly query: string;
  /** Records that match the words, before filters. */
  readonly total: number;
  /** Records left by the filters. */
  readonly count: number;
  /** The first of all kinds, in the order asked for. */
  readonly hits: readonly Hit[];
  /** By kind, the kind of the best hit first. */
  readonly groups: readonly HitGroup[];
  /** Empty while the values of a large index are still on their way. */
  readonly facets: readonly Facet[];
  /** The query as it was understood, when a word was spelt differently. */
  readonly corrected: string | undefined;
  /** Words of the query that had to be left out to find anything, as they were typed. */
  readonly dropped: readonly string[];
  readonly rest: Rest;
}

/** Why a search could not be answered: the file is not there any more, or the network is not. */
export class SearchFailure extends Error {
  readonly reason: "gone" | "unreachable";

  constructor(reason: "gone" | "unreachable", file: string) {
    super(`${file} is ${reason}`);
    this.reason = reason;
  }
}
