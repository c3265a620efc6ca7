/** An index with everything in memory, which grows as older records arrive. */

import { createFacetTable } from "../index/facet-table.ts";
import { addWords, type Postings, phrasesOf } from "../index/postings.ts";
import type { SearchRecord, SearchRecords } from "../index/search-record.ts";
import type { Rest } from "./search-answer.ts";
import { MANY } from "./search-answer.ts";
import type { SearchIndex } from "./search-index.ts";
import { createTermDictionary, forgivenEdits, type TermDictionary } from "./term-dictionary.ts";

export interface MemoryIndex extends SearchIndex {
  /** Adds records after those that are there, and says whether more will come. */
  add(records: readonly SearchRecord[], rest: Rest): void;
  /** Says what became of the records that are not there yet. */
  setRest(rest: Rest): void;
}

export function createMemoryIndex(synonyms: SearchRecords["synonyms"]): MemoryIndex {
  const all: SearchRecord[] = [];
  const postings: Postings = new Map();
  const phrases = phrasesOf(synonyms);
  const { table, add } = createFacetTable();
  let rest: Rest = "complete";
  let termDictionary: TermDictionary | undefined;
  const getTermDictionary = () => {
    termDictionary ??= createTermDictionary([...postings.keys()].sort());
    return termDictionary;
  };
  return {
    get size() {
      return all.length;
    },
    get rest() {
      return rest;
    },
    synonyms: new Map(synonyms),
    maxRanked: MANY,
    add(records, next) {
      for (const record of records) {
        addWords(postings, all.length, record, phrases);
        add(record);
        all.push(record);
      }
      termDictionary = undefined;
      rest = next;
    },
    setRest(next) {
      rest = next;
    },
    wordsFrom(prefix) {
      const { words, rangeOf } = getTermDictionary();
      return words.slice(...rangeOf(prefix));
    },
    fuzzyTerms: (word) => getTermDictionary().near(word, forgivenEdits(word)),
    has: (word) => postings.has(word),
    postings: (words) => words.map((word) => postings.get(word) ?? []),
    records: (ids) => ids.map((id) => all[id]).filter((record) => record !== undefined),
    facets: () => table,
    kindOf: (id) => table.kind.values[id] ?? 0,
  };
}
