/** An index with everything in memory, which grows as older records arrive. */
import { createFacetTable } from "../index/facet-table.ts";
import { addPostings, type Postings, phrasesOf } from "../index/postings.ts";
import type { SearchRecord, SearchRecords } from "../index/search-record.ts";
import { MANY, type Rest } from "./search-answer.ts";
import type { SearchIndex } from "./search-index.ts";
import { createTermDictionary, maxEdits, type TermDictionary } from "./term-dictionary.ts";

export interface MemoryIndex extends SearchIndex {
  /** Adds records after the present ones. */
  add(records: readonly SearchRecord[], rest: Rest): void;
  /** Sets what became of the records that are still missing. */
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
        addPostings(postings, all.length, record, phrases);
        add(record);
        all.push(record);
      }
      termDictionary = undefined;
      rest = next;
    },
    setRest(next) {
      rest = next;
    },
    wordsWithPrefix(prefix) {
      const { words, rangeOf } = getTermDictionary();
      return words.slice(...rangeOf(prefix));
    },
    fuzzyTerms: (word) => getTermDictionary().fuzzyTerms(word, maxEdits(word)),
    has: (word) => postings.has(word),
    postings: (words) => words.map((word) => postings.get(word) ?? []),
    records: (ids) => ids.map((id) => all[id]).filter((record) => record !== undefined),
    facets: () => table,
    kindOf: (id) => table.kind.values[id] ?? 0,
  };
}
