/** Asks Meilisearch: one multi-search. */
import type { EngineDocument } from "./document.ts";
import { searchedNames } from "./fields.ts";
import { END, type EngineQuery, type EngineResult, type Protocol, START } from "./protocol.ts";

export const meilisearch: Protocol = {
  toPath: () => "multi-search",
  type: "application/json",
  toBody: (queries, index) => JSON.stringify({ queries: queries.map((query) => toSearch(query, index)) }),
  toResults(answer) {
    const { results }: Answer = JSON.parse(answer);
    return results.map(toResult);
  },
};

function toSearch({ words, isRelaxed, selection, sort, size, facets }: EngineQuery, indexUid: string) {
  return {
    indexUid,
    q: words,
    filter: [...selection].map(([facet, values]) => [...values].map((value) => `${facet} = ${quote(value)}`)),
    ...(sort === "date" && { sort: ["day:desc"] }),
    facets,
    // Pages are counted exactly, limits only by estimate.
    hitsPerPage: size,
    page: 1,
    matchingStrategy: isRelaxed ? "frequency" : "all",
    attributesToHighlight: searchedNames,
    highlightPreTag: START,
    highlightPostTag: END,
  };
}

function quote(value: string): string {
  return `"${value.replaceAll(/["\\]/g, "\\$&")}"`;
}

function toResult({ hits, totalHits, facetDistribution = {} }: Answer["results"][number]): EngineResult {
  return {
    total: totalHits,
    hits: hits.map(({ _formatted = {}, ...document }) => ({
      document,
      marked: new Map(searchedNames.flatMap((name) => (_formatted[name] ? [[name, [_formatted[name]].flat()]] : []))),
    })),
    facets: new Map(Object.entries(facetDistribution).map(([facet, counts]) => [facet, Object.entries(counts)])),
  };
}

interface Answer {
  readonly results: readonly {
    readonly hits: readonly (EngineDocument & { readonly _formatted?: Readonly<Record<string, string | string[]>> })[];
    readonly totalHits: number;
    readonly facetDistribution?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  }[];
}
