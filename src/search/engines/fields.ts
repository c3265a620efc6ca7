/** What other engines search and filter by, and how much a match there weighs: what the built-in search does. */
import { facetNames } from "../index/facet-table.ts";
import { fieldNames, filterFieldNames, type RecordField } from "../index/search-record.ts";

/** Weights of the searched properties of a document, the heaviest first. */
export const searchWeights: Readonly<Record<"title" | "detail" | "date" | "text" | RecordField, number>> = {
  title: 12,
  name: 4,
  detail: 3,
  ...(Object.fromEntries(fieldNames.filter((name) => name !== "name").map((name) => [name, 3])) as Record<
    Exclude<RecordField, "name">,
    number
  >),
  date: 1,
  text: 1,
};

export const searchedNames = Object.keys(searchWeights) as readonly (keyof typeof searchWeights)[];

/** Letters from which on a word may have one error, or two. */
export const typoLengths = { one: 4, two: 9 } as const;

/** Values of one facet that an engine counts at most. */
export const MAX_FACET_VALUES = 200;

/** True for a facet that is searched too. */
export function isSearchedFacet(name: string): boolean {
  return fieldNames.some((field) => field === name) && facetNames.some((facet) => facet === name);
}

/** Properties with a list of texts. */
export const listNames = [...fieldNames, ...filterFieldNames] as const;

/** Facets with one value a document. */
export const singleFacets = facetNames.filter((name) => !(listNames as readonly string[]).includes(name));
