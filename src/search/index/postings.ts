/** Which words stand in which records, and where in them: the one place that turns records into words. */

import { wordsOf } from "../../lib/fold.ts";
import type { SearchRecord, SearchRecords } from "./search-record.ts";

/**
 * Where a record has a word, in one number: `id * 16 + place`. The place is 0
 * in its text, 1 in its detail or a field, and 1 + the number of words of the
 * title (14 at most) in the title, so that a word that is the whole title can
 * be told from one of many without looking at the record.
 */
export type Posting = number;

const PLACE_BITS = 4;
export const PLACES = 1 << PLACE_BITS;
const IN_TEXT = 0;
const IN_FIELD = 1;
const MAX_TITLE = 14;

export const idOf = (posting: Posting): number => posting >>> PLACE_BITS;
export const placeOf = (posting: Posting): number => posting & (PLACES - 1);

/** How many words the title has, 14 at most, or 0 when the word is not in the title. */
export const titleWordsOf = (posting: Posting): number => Math.max(0, placeOf(posting) - IN_FIELD);
export const isInText = (posting: Posting): boolean => placeOf(posting) === IN_TEXT;

/** Postings by word; those of one word have ascending ids, each once. */
export type Postings = Map<string, Posting[]>;

/** Synonyms of several words by their first word: where such a phrase stands, it is a word of the record too. */
export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

/** The phrases that a query can be read as. */
export function phrasesOf(synonyms: SearchRecords["synonyms"]): Phrases {
  const wanted = new Set(synonyms.flatMap(([, others]) => others).filter((phrase) => phrase.includes(" ")));
  return Map.groupBy(
    [...wanted].map((phrase) => phrase.split(" ")),
    ([first = ""]) => first,
  );
}

/** A phrase as one word of the vocabulary; no folded word has the sign. */
export function toPhraseWord(phrase: string): string {
  return phrase.replaceAll(" ", "_");
}

/** Adds the words of a record; ids must come in ascending order. */
export function addWords(postings: Postings, id: number, record: SearchRecord, phrases: Phrases = new Map()): void {
  const addText = (words: readonly string[], place: number) => {
    for (const [at, word] of words.entries()) {
      add(postings, word, id, place);
      for (const phrase of phrases.get(word) ?? []) {
        if (phrase.every((part, offset) => words[at + offset] === part)) add(postings, phrase.join("_"), id, place);
      }
    }
  };
  const title = wordsOf(record.title);
  addText(title, Math.min(title.length, MAX_TITLE) + IN_FIELD);
  addText(wordsOf(record.detail), IN_FIELD);
  for (const values of Object.values(record.fields)) {
    for (const value of values) addText(wordsOf(value), IN_FIELD);
  }
  addText(wordsOf(record.date), IN_FIELD);
  addText(wordsOf(record.text), IN_TEXT);
}

/** The best place comes first, and the others of the same record are left out. */
function add(postings: Postings, word: string, id: number, place: number): void {
  const list = postings.get(word);
  if (list === undefined) postings.set(word, [(id << PLACE_BITS) | place]);
  else if (idOf(list[list.length - 1] ?? 0) !== id) list.push((id << PLACE_BITS) | place);
}
