/** What an adapter to another engine does: queries become one request, and its answer becomes results. */
import type { Selection } from "../engine/facet-selection.ts";
import type { Sort } from "../engine/search-answer.ts";
import type { FacetName } from "../index/facet-table.ts";
import type { EngineDocument } from "./document.ts";

/** One question; a search of the site asks several at once. */
export interface EngineQuery {
  readonly words: string;
  /** Finds documents that lack some of the words, too. */
  readonly isRelaxed: boolean;
  /** Selected values by facet; those without a value are not in it. */
  readonly selection: Selection;
  readonly sort: Sort;
  /** Hits at most. */
  readonly size: number;
  /** The facets to count. */
  readonly facets: readonly FacetName[];
}

export interface EngineResult {
  /** Documents that match, shown or not. */
  readonly total: number;
  readonly hits: readonly EngineHit[];
  /** How many documents have a value, by facet. */
  readonly facets: ReadonlyMap<string, readonly (readonly [value: string, count: number])[]>;
}

export interface EngineHit {
  readonly document: EngineDocument;
  /** Texts with their matches between `START` and `END`, by property; of a list those values that match. */
  readonly marked: ReadonlyMap<string, readonly string[]>;
}

export interface Protocol {
  /** From the root of the engine. */
  readonly toPath: (index: string) => string;
  readonly type: string;
  readonly toBody: (queries: readonly EngineQuery[], index: string) => string;
  /** The results in the order of the queries. Throws for an answer that has none. */
  readonly toResults: (answer: string) => readonly EngineResult[];
}

/** For private use in Unicode, so that hardly any text has them. */
export const START = "\uE000";
export const END = "\uE001";
