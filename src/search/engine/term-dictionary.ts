/** The words of an index in order, by prefix or within a few edits. */
import Fuse from "fuse.js";
import { countBits } from "../../lib/count-bits.ts";
import { editDistance, editDistanceToPrefix } from "../../lib/edit-distance.ts";
import { lowerBound } from "../../lib/lower-bound.ts";

export interface FuzzyTerm {
  readonly word: string;
  readonly edits: number;
  /** True when the edits lead to a prefix of the word, not to the whole. */
  readonly isPrefix: boolean;
}

export interface TermDictionary {
  /** Ascending by code unit, each once. */
  readonly words: readonly string[];
  /** First and one past the last index of the words that begin with `prefix`. */
  rangeOf(prefix: string): readonly [from: number, to: number];
  /** Words within `limit` edits of `word`, or with a prefix within them; best first. */
  fuzzyTerms(word: string, limit: number): readonly FuzzyTerm[];
}

export function createTermDictionary(words: readonly string[]): TermDictionary {
  const letters = Int32Array.from(words, lettersOf);
  const find = (wanted: string) => lowerBound(words.length, (index) => (words[index] ?? "") < wanted);
  return {
    words,
    rangeOf: (prefix) => [find(prefix), find(`${prefix}\uFFFF`)],
    fuzzyTerms: (word, limit) => fuzzyAmong(candidates(words, letters, word, limit), word, limit),
  };
}

/**
 * The most edits of a correction: none under four letters or with a digit in the word, two from nine letters, else one.
 */
export function maxEdits(word: string): number {
  if (word.length < 4 || /\p{N}/u.test(word)) return 0;
  return word.length < 9 ? 1 : 2;
}

/** Best first: whole words before prefixes, then by edits. */
export function byEdits(a: FuzzyTerm, b: FuzzyTerm): number {
  return Number(a.isPrefix) - Number(b.isPrefix) || a.edits - b.edits;
}

/** With an error in them, fewer letters begin too many words. */
const MIN_PREFIX = 5;

/**
 * Fuse finds similar words; those within our own count of edits remain. Fuse counts a swap of neighbours as two errors,
 * `editDistance` as one: the threshold of 0.6 lets a swap in a word of four letters through.
 */
function fuzzyAmong(words: readonly string[], word: string, limit: number): readonly FuzzyTerm[] {
  const fuse = new Fuse(words, { threshold: 0.6, ignoreLocation: true, ignoreFieldNorm: true });
  const found: FuzzyTerm[] = [];
  for (const { item } of fuse.search(word)) {
    const edits = editDistance(word, item, limit);
    if (edits <= limit) found.push({ word: item, edits, isPrefix: false });
    else if (word.length >= MIN_PREFIX) {
      const prefixEdits = editDistanceToPrefix(word, item, limit);
      if (prefixEdits <= limit) found.push({ word: item, edits: prefixEdits, isPrefix: true });
    }
  }
  return found.sort(byEdits);
}

/**
 * Words that could be within the limit by the letters they have: an edit adds or removes at most one letter. This leaves
 * few of tens of thousands for Fuse.
 */
function candidates(words: readonly string[], letters: Int32Array, word: string, limit: number): string[] {
  const typed = lettersOf(word);
  const minLength = word.length - limit;
  const hasPrefix = (candidate: string) =>
    word.length >= MIN_PREFIX && countBits(lettersOf(candidate.slice(0, minLength)) & ~typed) <= limit;
  const found: string[] = [];
  for (let index = 0; index < letters.length; index += 1) {
    const has = letters[index] ?? 0;
    if (countBits(typed & ~has) > limit) continue;
    const candidate = words[index] ?? "";
    if (candidate.length < minLength) continue;
    const isSimilar = candidate.length <= word.length + limit && countBits(has & ~typed) <= limit;
    if (isSimilar || hasPrefix(candidate)) found.push(candidate);
  }
  return found;
}

/** A bit for each letter that a word has. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let index = 0; index < word.length; index += 1) bits |= 1 << (word.charCodeAt(index) & 31);
  return bits;
}
