/** Asks Typesense: one multi-search. */
import type { EngineDocument } from "./document.ts";
import { MAX_FACET_VALUES, searchedNames, searchWeights, typoLengths } from "./fields.ts";
import { END, type EngineQuery, type EngineResult, type Protocol, START } from "./protocol.ts";

export const typesense: Protocol = {
  toPath: () => "multi_search",
  type: "application/json",
  toBody: (queries, index) => JSON.stringify({ searches: queries.map((query) => toSearch(query, index)) }),
  toResults(answer) {
    const { results }: Answer = JSON.parse(answer);
    return results.map(toResult);
  },
};

function toSearch({ words, isRelaxed, selection, sort, size, facets }: EngineQuery, collection: string) {
  return {
    collection,
    q: words,
    query_by: searchedNames.join(),
    query_by_weights: searchedNames.map((name) => searchWeights[name]).join(),
    ...(selection.size > 0 && { filter_by: toFilter(selection) }),
    sort_by: sort === "date" ? "day:desc,_text_match:desc" : "_text_match:desc,priority:desc",
    ...(facets.length > 0 && { facet_by: facets.join(), max_facet_values: MAX_FACET_VALUES }),
    per_page: size,
    page: 1,
    num_typos: "2",
    min_len_1typo: typoLengths.one,
    min_len_2typo: typoLengths.two,
    enable_typos_for_numerical_tokens: false,
    enable_typos_for_alpha_numerical_tokens: false,
    // Words are left out when fewer documents than this have all.
    drop_tokens_threshold: isRelaxed ? 1 : 0,
    highlight_full_fields: searchedNames.join(),
    highlight_start_tag: START,
    highlight_end_tag: END,
  };
}

/** A value stands between backticks, which it cannot have itself. */
function toFilter(selection: EngineQuery["selection"]): string {
  return [...selection]
    .map(([facet, values]) => `${facet}:=[${[...values].map((value) => `\`${value.replaceAll("`", "")}\``).join()}]`)
    .join(" && ");
}

function toResult({ found, hits, facet_counts = [] }: Answer["results"][number]): EngineResult {
  return {
    total: found,
    hits: hits.map(({ document, highlights = [] }) => ({
      document,
      marked: new Map(highlights.map(({ field, value, values }) => [field, values ?? [value ?? ""]])),
    })),
    facets: new Map(
      facet_counts.map(({ field_name, counts }) => [
        field_name,
        counts.map(({ value, count }) => [value, count] as const),
      ]),
    ),
  };
}

interface Answer {
  readonly results: readonly {
    readonly found: number;
    readonly hits: readonly {
      readonly document: EngineDocument;
      readonly highlights?: readonly { readonly field: string; readonly value?: string; readonly values?: string[] }[];
    }[];
    readonly facet_counts?: readonly {
      readonly field_name: string;
      readonly counts: readonly { readonly value: string; readonly count: number }[];
    }[];
  }[];
}
