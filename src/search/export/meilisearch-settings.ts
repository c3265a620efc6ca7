/** The settings of an index of Meilisearch. */
import { listNames, MAX_FACET_VALUES, searchedNames, typoLengths } from "../engines/fields.ts";
import { facetNames } from "../index/facet-table.ts";
import type { SearchRecords } from "../index/search-record.ts";

/** Hits beyond are not counted. */
const MAX_HITS = 100_000;

const displayed = ["id", "kind", "title", "href", "detail", "note", "badge", "text", "date", ...listNames] as const;

/**
 * `revision` says which export the index is of: a swap of indexes exchanges their settings with them, and they have no
 * other place for it. No document has a property of that name.
 */
export function buildMeilisearchSettings(synonyms: SearchRecords["synonyms"], revision: string) {
  return {
    displayedAttributes: [...displayed, `${REVISION}${revision}`],
    searchableAttributes: [...searchedNames],
    filterableAttributes: [...facetNames],
    sortableAttributes: ["day"],
    rankingRules: ["sort", "words", "typo", "exactness", "attribute", "proximity", "priority:desc"],
    synonyms: Object.fromEntries(synonyms.map(([typed, others]) => [typed, [...others]])),
    typoTolerance: {
      minWordSizeForTypos: { oneTypo: typoLengths.one, twoTypos: typoLengths.two },
      disableOnNumbers: true,
    },
    faceting: { maxValuesPerFacet: MAX_FACET_VALUES, sortFacetValuesBy: { "*": "count" as const } },
    pagination: { maxTotalHits: MAX_HITS },
  };
}

/** What the attribute begins with that says which export an index is of. */
export const REVISION = "revision_";
