/** The inverted index: which words each record has, and in which part of it. */

import { wordsOf } from "../../lib/fold.ts";
import { joinedWordsOf } from "./joined-words.ts";
import type { SearchRecord, SearchRecords } from "./search-record.ts";

/**
 * A record that has a word, and the position of the word there, in one number: `id * 16 + position`. The position is 0 in
 * the text, 1 in the detail or a field, and 1 + the number of words of the title (14 at most) in the title, so that ranking
 * can tell a word that is the whole title from one of many without reading the record.
 */
export type Posting = number;

const POSITION_BITS = 4;
export const POSITIONS = 1 << POSITION_BITS;
const IN_TEXT = 0;
const IN_FIELD = 1;
const MAX_TITLE = 14;

export const idOf = (posting: Posting): number => posting >>> POSITION_BITS;
/** The highest is the best. */
export const positionOf = (posting: Posting): number => posting & (POSITIONS - 1);

/** How many words the title has, 14 at most, or 0 when the word is not in the title. */
export const titleWordsOf = (posting: Posting): number => Math.max(0, positionOf(posting) - IN_FIELD);
export const isInText = (posting: Posting): boolean => positionOf(posting) === IN_TEXT;

/** Postings by word; those of one word have ascending ids, each once. */
export type Postings = Map<string, Posting[]>;

/** Synonyms of several words by their first word: a record that has such a phrase is indexed under it as under a word. */
export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

/** The phrases that a query can be expanded to. */
export function phrasesOf(synonyms: SearchRecords["synonyms"]): Phrases {
  const wanted = new Set(synonyms.flatMap(([, others]) => others).filter((phrase) => phrase.includes(" ")));
  return Map.groupBy(
    [...wanted].map((phrase) => phrase.split(" ")),
    ([first = ""]) => first,
  );
}

/** A phrase as one word of the dictionary; no folded word has an underscore. */
export function toPhraseWord(phrase: string): string {
  return phrase.replaceAll(" ", "_");
}

/** Adds the words of a record; ids must come in ascending order. */
export function addPostings(postings: Postings, id: number, record: SearchRecord, phrases: Phrases = new Map()): void {
  const addText = (text: string, position: number, words: readonly string[] = wordsOf(text)) => {
    for (const [at, word] of words.entries()) {
      add(postings, word, id, position);
      for (const phrase of phrases.get(word) ?? []) {
        if (phrase.every((part, offset) => words[at + offset] === part)) add(postings, phrase.join("_"), id, position);
      }
    }
    for (const word of joinedWordsOf(text)) add(postings, word, id, position);
  };
  const title = wordsOf(record.title);
  addText(record.title, Math.min(title.length, MAX_TITLE) + IN_FIELD, title);
  addText(record.detail, IN_FIELD);
  for (const values of Object.values(record.fields)) {
    for (const value of values) addText(value, IN_FIELD);
  }
  addText(record.date, IN_FIELD);
  addText(record.text, IN_TEXT);
}

/** Only the best position of a word in a record counts, and it is added first. */
function add(postings: Postings, word: string, id: number, position: number): void {
  const list = postings.get(word);
  if (list === undefined) postings.set(word, [(id << POSITION_BITS) | position]);
  else if (idOf(list[list.length - 1] ?? 0) !== id) list.push((id << POSITION_BITS) | position);
}
