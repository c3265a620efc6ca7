/** What a reader selected of the catalog's table, and its order: in the query string of its address. */
import { readSelection, type Selection, writeSelection } from "../engine/facet-selection.ts";

const sorts = ["name", "access", "price", "vendor", "kind", "licence", "writes"] as const;
export type OfferingSort = (typeof sorts)[number];

export interface ListState {
  readonly selection: Selection;
  readonly sort: OfferingSort;
}

export function readListState(query: URLSearchParams, filters: Iterable<string>): ListState {
  const sort = sorts.find((one) => one === query.get("sort")) ?? "name";
  return { selection: readSelection(query, filters), sort };
}

/** The parameters of others stay. */
export function writeListState(query: URLSearchParams, { selection, sort }: ListState): URLSearchParams {
  const next = writeSelection(query, selection);
  next.delete("sort");
  if (sort !== "name") next.set("sort", sort);
  return next;
}
