/** Further words by which a text is found: `nodejs` for `Node.js`, `preop` for `pre-op`, each character of 電子カルテ. */
import { type Run, runsOf, type Word, wordsOfRun } from "../../lib/fold.ts";

/** Words that are joined to one at most. */
export const MAX_JOINED = 3;

/** Two words with one sign between them, digits in groups, or another script. */
const HAS_MORE = /[a-z\d][^a-z\d\s][a-z\d]|\d \d{3}|[^\p{ASCII}]/iu;

/**
 * A joined word as one of the dictionary: it is found by its beginning and as a whole, but does not count as a word
 * that somebody wrote, so that `bulkdata` is also searched for as two words. No folded word has an underscore.
 */
export function toJoinedWord(word: string): string {
  return `${word}_`;
}

export function isJoinedWord(word: string): boolean {
  return word.endsWith("_");
}

/** Words of the dictionary that `wordsOf` does not have. */
export function joinedWordsOf(text: string): string[] {
  if (!HAS_MORE.test(text)) return [];
  const runs = runsOf(text);
  const unspaced = runs.filter(({ isUnspaced }) => isUnspaced).flatMap(({ word }) => [...word]);
  const joined = joinsOf(text, runs).flatMap(({ word, first }) =>
    first.isUnspaced ? wordsOfRun(word) : toJoinedWord(word),
  );
  return [...joined, ...unspaced];
}

export interface Join extends Word {
  readonly first: Run;
}

/** Neighbouring words with only a sign between them as one, with the first of them. */
export function joinsOf(text: string, runs: readonly Run[]): Join[] {
  const joins: Join[] = [];
  let open: Join[] = [];
  for (const [at, run] of runs.entries()) {
    const last = runs[at - 1];
    const isJoined = last !== undefined && isLinked(text, last, run);
    open = isJoined
      ? open.map(({ word, start, first }) => ({ word: word + run.word, start, end: run.end, first }))
      : [];
    joins.push(...open);
    open = [...open.slice(2 - MAX_JOINED), { ...run, first: run }];
  }
  return joins;
}

function isLinked(text: string, a: Run, b: Run): boolean {
  if (b.start - a.end > 1) return false;
  const gap = text.slice(a.end, b.start);
  // Of digits only groups of three are one number: 4.0.1 and 2021-22 are not.
  if (/\d$/.test(a.word) && /^\d/.test(b.word))
    return /^[.\s]$/.test(gap) && /^\d{1,3}$/.test(a.word) && /^\d{3}$/.test(b.word);
  return a.isUnspaced === b.isUnspaced && /^\S?$/u.test(gap);
}
