/** Asks OpenSearch: one multi-search. */
import type { FacetName } from "../index/facet-table.ts";
import type { EngineDocument } from "./document.ts";
import { isSearchedFacet, MAX_FACET_VALUES, searchedNames, searchWeights, typoLengths } from "./fields.ts";
import { END, type EngineQuery, type EngineResult, type Protocol, START } from "./protocol.ts";

const FUZZINESS = `AUTO:${typoLengths.one},${typoLengths.two}`;
const weighted = searchedNames.map((name) => `${name}^${searchWeights[name]}`);
/** Above any sum of the others: the query is the title, or another name. */
const [IS_TITLE, IS_NAME] = [1000, 500];
/** Of the words, when some may be missing. */
const MOST = "60%";

export const openSearch: Protocol = {
  toPath: (index) => `${index}/_msearch`,
  type: "application/x-ndjson",
  toBody: (queries) => queries.map((query) => `{}\n${JSON.stringify(toSearch(query))}\n`).join(""),
  toResults(answer) {
    const { responses }: Answer = JSON.parse(answer);
    return responses.map(toResult);
  },
};

function toSearch({ words, isRelaxed, selection, sort, size, facets }: EngineQuery) {
  const wanted = isRelaxed ? { minimum_should_match: MOST } : { operator: "and" };
  return {
    query: {
      bool: {
        must: [{ match: { all: { query: words, fuzziness: FUZZINESS, ...wanted } } }],
        filter: [...selection].map(([facet, values]) => ({ terms: { [toField(facet)]: [...values] } })),
        should: [
          { term: { "title.whole": { value: words, boost: IS_TITLE } } },
          { term: { "name.whole": { value: words, boost: IS_NAME } } },
          { multi_match: { query: words, fields: weighted, type: "best_fields", tie_breaker: 0.3 } },
        ],
      },
    },
    sort:
      sort === "date"
        ? [{ day: { order: "desc" } }, { _score: { order: "desc" } }]
        : [{ _score: { order: "desc" } }, { priority: { order: "desc" } }],
    size,
    track_total_hits: true,
    aggregations: Object.fromEntries(
      facets.map((facet) => [facet, { terms: { field: toField(facet), size: MAX_FACET_VALUES } }]),
    ),
    highlight: {
      pre_tags: [START],
      post_tags: [END],
      number_of_fragments: 0,
      highlight_query: {
        bool: {
          should: [
            { multi_match: { query: words, fields: searchedNames, fuzziness: FUZZINESS } },
            { multi_match: { query: words, fields: searchedNames, type: "bool_prefix" } },
          ],
        },
      },
      fields: Object.fromEntries(searchedNames.map((name) => [name, {}])),
    },
  };
}

/** Searched facets are texts, with the value as a whole beside them. */
function toField(facet: string): string {
  return isSearchedFacet(facet) ? `${facet}.value` : facet;
}

function toResult({ hits: { total, hits }, aggregations = {} }: Answer["responses"][number]): EngineResult {
  return {
    total: total.value,
    hits: hits.map(({ _source, highlight = {} }) => ({
      document: _source,
      marked: new Map(Object.entries(highlight)),
    })),
    facets: new Map(
      Object.entries(aggregations).map(([facet, { buckets }]) => [
        facet,
        buckets.map(({ key, doc_count }) => [key, doc_count] as const),
      ]),
    ),
  };
}

interface Answer {
  readonly responses: readonly {
    readonly hits: {
      readonly total: { readonly value: number };
      readonly hits: readonly {
        readonly _source: EngineDocument;
        readonly highlight?: Readonly<Record<string, readonly string[]>>;
      }[];
    };
    readonly aggregations?: Readonly<
      Partial<Record<FacetName, { readonly buckets: readonly { readonly key: string; readonly doc_count: number }[] }>>
    >;
  }[];
}
