/** Every way in which the words of a query can be read: as they are, joined, parted, inflected, by a synonym, respelt. */

import { toPhraseWord } from "../index/postings.ts";
import type { SearchIndex } from "./search-index.ts";
import { forgivenEdits } from "./term-dictionary.ts";

/** One way to read one or more neighbouring words of the query. */
export interface Reading {
  /** Bits of the query's words that it stands for. */
  readonly span: number;
  /** A record must have one word of each list. */
  readonly words: readonly (readonly string[])[];
  /** As typed (or begun), another form of the word, another way to write it or to say it, or a guess at what was meant. */
  readonly source: "typed" | "inflection" | "alias" | "synonym" | "guess";
  /** 0 to 1: how near it is to what was typed. */
  readonly quality: number;
}

/** All readings of one word of the query. */
export interface QueryTerm {
  readonly word: string;
  readonly bit: number;
  /** False for a stop word beside others. */
  readonly isRequired: boolean;
  readonly readings: readonly Reading[];
}

const EXACT = 1;
/** Quality of a word that only begins as typed, by the letters typed: two letters begin very many words. */
const PREFIX = [0, 0.4, 0.5, 0.65];
const LONG_PREFIX = 0.7;
const JOINED = 0.95;
const INFLECTED = 0.95;
const PARTED = 0.9;
const SYNONYM = 0.85;
/** Quality of a word that is so many edits away. */
const RESPELT = [1, 0.7, 0.5];
const RESPELT_PREFIX = [1, 0.5, 0.35];
/** Spellings that are tried for one word. */
const SPELLINGS = 24;
/** Words that are joined to one, and words of a synonym, at most. */
const MAX_JOINED = 3;
const MAX_PHRASE = 6;

/**
 * The readings of each word. A word that nothing begins with is respelt; the
 * others only when `isRelaxed`. One whose bit is not `wanted` is read to the letter.
 */
export async function readQuery(
  index: SearchIndex,
  typed: readonly string[],
  wanted: number,
  isRelaxed: boolean,
): Promise<readonly QueryTerm[]> {
  return Promise.all(
    typed.map(async (word, at) => {
      const isRequired = (wanted & (1 << at)) !== 0;
      const literal = isRequired ? await readLiterally(index, word, 1 << at) : await readExactly(index, word, 1 << at);
      const aliases = [
        ...(await readInflected(index, word, 1 << at)),
        ...(await readJoined(index, typed, at)),
        ...readSynonyms(index.synonyms, typed, at),
      ];
      const isForgiven = isRequired && (isRelaxed || literal.length === 0);
      const parted = isForgiven ? await readParted(index, word, 1 << at) : [];
      const guesses = isForgiven && forgivenEdits(word) > 0 ? await guess(index, word, 1 << at) : [];
      return { word, bit: 1 << at, isRequired, readings: [...literal, ...aliases, ...parted, ...guesses] };
    }),
  );
}

async function readExactly(index: SearchIndex, word: string, span: number): Promise<Reading[]> {
  return (await index.has(word)) ? [{ span, words: [[word]], source: "typed", quality: EXACT }] : [];
}

async function readLiterally(index: SearchIndex, word: string, span: number): Promise<Reading[]> {
  const begun = await index.wordsFrom(word);
  const longer = begun.filter((other) => other !== word);
  const source = "typed";
  return [
    ...(longer.length < begun.length ? [{ span, words: [[word]], source, quality: EXACT } as const] : []),
    ...(longer.length > 0
      ? [{ span, words: [longer], source, quality: PREFIX[word.length] ?? LONG_PREFIX } as const]
      : []),
  ];
}

/** `terminology` for `terminologies`; the plural of what was typed begins with it, and is found by that. News is not new. */
async function readInflected(index: SearchIndex, word: string, span: number): Promise<Reading[]> {
  const singulars = [
    ...(/ies$/.test(word) ? [word.replace(/ies$/, "y")] : []),
    ...(/(s|x|ch|sh)es$/.test(word) ? [word.slice(0, -2)] : []),
    ...(/[^su]s$/.test(word) ? [word.slice(0, -1)] : []),
    ...(/[^aeiou]y$/.test(word) ? [word.replace(/y$/, "ies")] : []),
  ].filter((other) => other.length >= 3 && word !== "news");
  const known = await keepKnown(index, singulars);
  return known.map((other) => ({ span, words: [[other]], source: "inflection", quality: INFLECTED }));
}

/** `healthlake` for `health lake`. */
async function readJoined(index: SearchIndex, typed: readonly string[], at: number): Promise<Reading[]> {
  const found: Reading[] = [];
  for (let end = at + 2; end <= Math.min(typed.length, at + MAX_JOINED); end += 1) {
    const joined = typed.slice(at, end).join("");
    if (await index.has(joined))
      found.push({ span: spanOf(at, end), words: [[joined]], source: "alias", quality: JOINED });
  }
  return found;
}

/** What the longest phrase that begins here stands for as well. */
function readSynonyms(synonyms: SearchIndex["synonyms"], typed: readonly string[], at: number): Reading[] {
  for (let end = Math.min(typed.length, at + MAX_PHRASE); end > at; end -= 1) {
    const others = synonyms.get(typed.slice(at, end).join(" ")) ?? [];
    if (others.length === 0) continue;
    return others.map((other) => ({
      span: spanOf(at, end),
      words: [[toPhraseWord(other)]],
      source: "synonym",
      quality: SYNONYM,
    }));
  }
  return [];
}

/** `open mrs` for `openmrs`, `icd 11` for `icd11`: two known words of three letters or more, or letters and digits. */
async function readParted(index: SearchIndex, word: string, span: number): Promise<Reading[]> {
  const found: Reading[] = [];
  for (let cut = 1; cut < word.length; cut += 1) {
    const parts = [word.slice(0, cut), word.slice(cut)];
    const isLong = cut >= 3 && word.length - cut >= 3;
    if (!isLong && !LETTERS_THEN_DIGITS.test(parts.join(" "))) continue;
    const known = await keepKnown(index, parts);
    if (known.length === 2) found.push({ span, words: parts.map((part) => [part]), source: "alias", quality: PARTED });
  }
  return found;
}

const LETTERS_THEN_DIGITS = /\p{L} \p{N}|\p{N} \p{L}/u;

async function guess(index: SearchIndex, word: string, span: number): Promise<Reading[]> {
  const near = (await index.fuzzyTerms(word)).slice(0, SPELLINGS);
  return near.map(({ word: other, edits, isPrefix }) => ({
    span,
    words: [[other]],
    source: "guess",
    quality: (isPrefix ? RESPELT_PREFIX : RESPELT)[edits] ?? 0,
  }));
}

async function keepKnown(index: SearchIndex, words: readonly string[]): Promise<string[]> {
  const known = await Promise.all(words.map((word) => index.has(word)));
  return words.filter((_, at) => known[at]);
}

/** Bits of the words from `at` to before `end`. */
function spanOf(at: number, end: number): number {
  return (1 << end) - (1 << at);
}
