/** The settings and the mapping of an index of OpenSearch. */

import { isSearchedFacet, singleFacets } from "../engines/fields.ts";
import { fieldNames, filterFieldNames, type SearchRecords } from "../index/search-record.ts";

/** Longer values are neither filtered by nor counted. */
const MAX_VALUE = 1024;
/** Beginnings of words up to this length are found. */
const MAX_PREFIX = 20;

/** Lower case, without accents, Chinese and Japanese in every two neighbouring characters, words in the singular. */
const fold = ["cjk_width", "lowercase", "asciifolding"];
const split = ["cjk_bigram", "singular"];

const custom = { type: "custom" } as const;
const value = { type: "keyword", ignore_above: MAX_VALUE } as const;
const whole = { type: "keyword", ignore_above: MAX_VALUE, normalizer: "folded" } as const;
const shown = { type: "keyword", index: false, doc_values: false } as const;
const text = { type: "text", analyzer: "words", search_analyzer: "query", copy_to: "all" } as const;

/** The body of the request that creates the index. */
export function buildOpenSearchIndex(synonyms: SearchRecords["synonyms"]) {
  return {
    settings: {
      index: {
        // Scores of several shards are not comparable while each has few records.
        number_of_shards: 1,
        analysis: {
          normalizer: { folded: { ...custom, filter: ["lowercase", "asciifolding"] } },
          filter: {
            singular: { type: "stemmer" as const, language: "minimal_english" },
            beginnings: { type: "edge_ngram" as const, min_gram: 1, max_gram: MAX_PREFIX, preserve_original: true },
            synonyms: {
              type: "synonym_graph" as const,
              lenient: true,
              synonyms: synonyms.map(([typed, others]) => `${typed} => ${[typed, ...others].join(", ")}`),
            },
          },
          analyzer: {
            words: { ...custom, tokenizer: "standard", filter: [...fold, ...split] },
            beginnings: { ...custom, tokenizer: "standard", filter: [...fold, ...split, "beginnings"] },
            query: { ...custom, tokenizer: "standard", filter: [...fold, "synonyms", ...split] },
          },
        },
      },
    },
    mappings: {
      dynamic: "strict" as const,
      properties: {
        id: shown,
        ...Object.fromEntries(singleFacets.map((facet) => [facet, value])),
        title: { ...text, fields: { whole } },
        href: shown,
        detail: text,
        note: shown,
        badge: { type: "object" as const, enabled: false },
        text,
        date: text,
        day: { type: "integer" as const },
        priority: { type: "integer" as const },
        ...Object.fromEntries(
          fieldNames.map((field) => [field, isSearchedFacet(field) ? { ...text, fields: { value } } : text]),
        ),
        name: { ...text, fields: { whole } },
        ...Object.fromEntries(filterFieldNames.map((field) => [field, value])),
        // What a record must have all words of the query in: in any of its fields.
        all: { type: "text" as const, analyzer: "beginnings", search_analyzer: "query" },
      },
    },
  };
}
