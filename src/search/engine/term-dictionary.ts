/** The words of an index in order: those that begin with something, and those that are nearly something. */
import Fuse from "fuse.js";
import { editDistance, editDistanceToPrefix } from "../../lib/edit-distance.ts";

export interface FuzzyTerm {
  readonly word: string;
  readonly edits: number;
  /** True when what was typed is near the beginning of the word, not near the whole. */
  readonly isPrefix: boolean;
}

export interface TermDictionary {
  /** Ascending by code unit, each once. */
  readonly words: readonly string[];
  /** First and one past the last index of the words that begin with `prefix`. */
  rangeOf(prefix: string): readonly [from: number, to: number];
  /** Words within `limit` edits of `word`, or with a beginning within them; best first. */
  near(word: string, limit: number): readonly FuzzyTerm[];
}

export function createTermDictionary(words: readonly string[]): TermDictionary {
  const letters = Int32Array.from(words, lettersOf);
  return {
    words,
    rangeOf: (prefix) => [lowerBound(words, prefix), lowerBound(words, `${prefix}\uFFFF`)],
    near: (word, limit) => spell(word, limit, alike(words, letters, word, limit)),
  };
}

/** Edits that are forgiven in a word: none under four letters or with a digit in it, one, two from nine letters. */
export function forgivenEdits(word: string): number {
  if (word.length < 4 || /\p{N}/u.test(word)) return 0;
  return word.length < 9 ? 1 : 2;
}

/** Fewer letters with a slip in them begin too many words. */
const SHORTEST_BEGINNING = 5;

/** Fuse finds what is near and says how near; a slip is what `editDistance` counts as one, a swap of neighbours included. */
function spell(word: string, limit: number, candidates: readonly string[]): readonly FuzzyTerm[] {
  // Fuse counts a swap as two errors, so that the swaps of a word of four letters need half of it.
  const fuse = new Fuse(candidates, { threshold: 0.6, ignoreLocation: true, ignoreFieldNorm: true });
  const near: FuzzyTerm[] = [];
  for (const { item } of fuse.search(word)) {
    const whole = editDistance(word, item, limit);
    if (whole <= limit) near.push({ word: item, edits: whole, isPrefix: false });
    else if (word.length >= SHORTEST_BEGINNING) {
      const edits = editDistanceToPrefix(word, item, limit);
      if (edits <= limit) near.push({ word: item, edits, isPrefix: true });
    }
  }
  return near.sort((a, b) => Number(a.isPrefix) - Number(b.isPrefix) || a.edits - b.edits);
}

/**
 * Words that could be within the limit by the letters they have: an edit adds
 * or takes away at most one letter. This leaves few of tens of thousands, and
 * Fuse reads those.
 */
function alike(words: readonly string[], letters: Int32Array, word: string, limit: number): string[] {
  const typed = lettersOf(word);
  const shortest = word.length - limit;
  const found: string[] = [];
  for (let index = 0; index < letters.length; index += 1) {
    const has = letters[index] ?? 0;
    if (countBits(typed & ~has) > limit) continue;
    const candidate = words[index] ?? "";
    if (candidate.length < shortest) continue;
    const isWhole = candidate.length <= word.length + limit && countBits(has & ~typed) <= limit;
    if (isWhole || isBegun(candidate.slice(0, shortest))) found.push(candidate);
  }
  return found;

  function isBegun(beginning: string): boolean {
    return word.length >= SHORTEST_BEGINNING && countBits(lettersOf(beginning) & ~typed) <= limit;
  }
}

/** A bit for each letter that a word has. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let index = 0; index < word.length; index += 1) bits |= 1 << (word.charCodeAt(index) & 31);
  return bits;
}

function countBits(bits: number): number {
  let left = bits;
  let count = 0;
  while (left !== 0) {
    left &= left - 1;
    count += 1;
  }
  return count;
}

/** Index of the first word that is not before `wanted`. */
function lowerBound(words: readonly string[], wanted: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? "") < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
