/** The schema of a collection of Typesense, and its set of synonyms. */
import { listNames, singleFacets } from "../engines/fields.ts";
import { facetNames } from "../index/facet-table.ts";
import type { SearchRecords } from "../index/search-record.ts";

/** The body of the request that creates the collection. What is shown and not searched is not in it, and stored all the same. */
export function buildTypesenseCollection(collection: string) {
  const isFacet = (name: string) => facetNames.some((facet) => facet === name);
  return {
    name: collection,
    fields: [
      ...singleFacets.map((name) => ({ name, type: "string" as const, facet: true, optional: name !== "kind" })),
      ...["title", "detail", "text", "date"].map((name) => ({ name, type: "string" as const })),
      ...listNames.map((name) => ({
        name,
        type: "string[]" as const,
        optional: true,
        ...(isFacet(name) && { facet: true }),
      })),
      ...["day", "priority"].map((name) => ({ name, type: "int32" as const })),
    ],
    token_separators: ["-", "/", "_", ":"],
    synonym_sets: [collection],
  };
}

/** One set for each collection, since a new one may have other synonyms than the one that is still searched. */
export function buildTypesenseSynonyms(synonyms: SearchRecords["synonyms"]) {
  return {
    items: synonyms.map(([root, others], index) => ({ id: `synonym-${index}`, root, synonyms: [...others] })),
  };
}
