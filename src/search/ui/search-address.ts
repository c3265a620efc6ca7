/** The state of the search page, read from and written to the query string of its address. */
import { readSelection, type Selection, writeSelection } from "../engine/facet-selection.ts";
import type { Sort } from "../engine/search-answer.ts";
import { facetNames } from "../index/facet-table.ts";

export interface SearchState {
  readonly query: string;
  readonly selection: Selection;
  readonly sort: Sort;
}

export function readState(parameters: URLSearchParams): SearchState {
  return {
    query: (parameters.get("q") ?? "").trim(),
    selection: readSelection(parameters, facetNames),
    sort: parameters.get("sort") === "date" ? "date" : "relevance",
  };
}

/** The parameters with the state changed; those of others stay. */
export function changeState(parameters: URLSearchParams, change: Partial<SearchState>): URLSearchParams {
  const { query, selection, sort } = { ...readState(parameters), ...change };
  const others = [...parameters].filter(([name]) => name !== "q" && name !== "sort");
  const next = writeSelection(new URLSearchParams(query === "" ? others : [["q", query], ...others]), selection);
  if (sort === "date") next.set("sort", sort);
  return next;
}

/** As the address of a link on the search page. */
export function toHref(parameters: URLSearchParams): string {
  return `?${parameters}`;
}

export const noSelection: Selection = new Map(facetNames.map((name) => [name, new Set<string>()]));
