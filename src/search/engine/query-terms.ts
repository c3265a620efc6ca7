/** Expands the words of a query: as typed, begun, inflected, joined with neighbours, split, by synonym, corrected. */
import { isJoinedWord, MAX_JOINED, toJoinedWord } from "../index/joined-words.ts";
import { toPhraseWord } from "../index/postings.ts";
import type { SearchIndex } from "./search-index.ts";
import { maxEdits } from "./term-dictionary.ts";

/** One form in which a record may have one or more neighbouring words of the query. */
export interface Expansion {
  /** Bits of the query's words that it stands for. */
  readonly span: number;
  /** A record must have one word of each list. */
  readonly words: readonly (readonly string[])[];
  /** Of a correction: the words only begin so. */
  readonly isPrefix?: boolean;
  readonly source: "typed" | "prefix" | "inflection" | "compound" | "synonym" | "correction";
  /** 0 to 1: how close it is to what was typed. */
  readonly quality: number;
}

/** One word of the query. */
export interface QueryTerm {
  readonly word: string;
  readonly bit: number;
  /** False for a stop word beside others. */
  readonly isRequired: boolean;
  readonly expansions: readonly Expansion[];
}

/** Words that do not distinguish records: a query with others in it is answered without them. */
export const stopWords: ReadonlySet<string> = new Set(
  "a an and are as at be by for from how in is it its of on or that the this to was what with".split(" "),
);

/** Words for the kind of an offering or for one of its facts, which readers add to its name. */
export const genericWords: ReadonlySet<string> = new Set(
  "api apis platform server service software system tool certification certified docs documentation licence license limit limits price pricing rate sandbox".split(
    " ",
  ),
);

// Qualities, tuned on the groups of tests/relevance/queries.ts that are named here: a change by half loses rows of them.
const EXACT = 1;
/** Of a word that only begins as typed, by the letters typed, since two letters begin very many words: "abbreviation". */
const PREFIX = [0, 0.4, 0.5, 0.65];
const LONG_PREFIX = 0.7;
/** "joined or split". */
const JOINED = 0.95;
/** No row depends on these two: as good as exact, but after it. */
const INFLECTED = 0.95;
const SPLIT = 0.9;
/** "abbreviation". */
const SYNONYM = 0.85;
/** Of a correction, by its edits: "signs, quotes and capitals". */
const CORRECTED = [1, 0.7, 0.5];
const CORRECTED_PREFIX = [1, 0.5, 0.35];
/** Corrections of one word at most. */
const MAX_CORRECTIONS = 24;
/** Words of a synonym at most. */
const MAX_PHRASE = 6;

/**
 * The expansions of each word. A word that nothing begins with, alone or joined with its neighbours, is corrected and
 * split. When `isRelaxed`, every word is split, and those with which longer words begin are corrected; a word that is
 * known as it is typed never is. One whose bit is not `wanted` is matched exactly.
 */
export async function expandQuery(
  index: SearchIndex,
  typed: readonly string[],
  wanted: number,
  isRelaxed: boolean,
): Promise<readonly QueryTerm[]> {
  const joined = await Promise.all(typed.map((_, at) => joins(index, typed, at)));
  const inJoined = joined.flat().reduce((bits, { span }) => bits | span, 0);
  return Promise.all(
    typed.map(async (word, at) => {
      const bit = 1 << at;
      const isRequired = (wanted & bit) !== 0;
      const literal = isRequired ? await literals(index, word, bit) : await exact(index, word, bit);
      const others = [
        ...(await inflections(index, word, bit)),
        ...(joined[at] ?? []),
        ...synonyms(index.synonyms, typed, at),
      ];
      const isWritten = literal.some(({ words }) => words.flat().some((other) => !isJoinedWord(other)));
      const isKnown = (inJoined & bit) !== 0 || literal.some(({ source }) => source !== "prefix");
      const split = isRequired && (isRelaxed || !isWritten) ? await splits(index, word, bit) : [];
      const isCorrected = isRequired && !isKnown && (isRelaxed || !isWritten);
      const corrected = isCorrected ? await corrections(index, word, bit) : [];
      return { word, bit, isRequired, expansions: [...literal, ...others, ...split, ...corrected] };
    }),
  );
}

async function exact(index: SearchIndex, word: string, span: number): Promise<Expansion[]> {
  return (await index.has(word)) ? [{ span, words: [[word]], source: "typed", quality: EXACT }] : [];
}

async function literals(index: SearchIndex, word: string, span: number): Promise<Expansion[]> {
  const begun = await index.wordsWithPrefix(word);
  const joined = toJoinedWord(word);
  const longer = begun.filter((other) => other !== word && other !== joined);
  const found: Expansion[] = [];
  if (begun.includes(word)) found.push({ span, words: [[word]], source: "typed", quality: EXACT });
  if (begun.includes(joined)) found.push({ span, words: [[joined]], source: "compound", quality: JOINED });
  if (longer.length > 0)
    found.push({ span, words: [longer], source: "prefix", quality: PREFIX[word.length] ?? LONG_PREFIX });
  return found;
}

async function inflections(index: SearchIndex, word: string, span: number): Promise<Expansion[]> {
  const known = await knownOf(index, inflectionsOf(word));
  return known.map((other) => ({ span, words: [[other]], source: "inflection", quality: INFLECTED }));
}

/** `terminology` for `terminologies`; the plural of what was typed is found as a longer word. News is not new. */
export function inflectionsOf(word: string): string[] {
  return [
    ...(/ies$/.test(word) ? [word.replace(/ies$/, "y")] : []),
    ...(/(s|x|ch|sh)es$/.test(word) ? [word.slice(0, -2)] : []),
    ...(/[^su]s$/.test(word) ? [word.slice(0, -1)] : []),
    ...(/[^aeiou]y$/.test(word) ? [word.replace(/y$/, "ies")] : []),
  ].filter((other) => other.length >= 3 && word !== "news");
}

/** `healthlake` for `health lake`, `medicationrequest` for `medication requests`. */
async function joins(index: SearchIndex, typed: readonly string[], at: number): Promise<Expansion[]> {
  const found: Expansion[] = [];
  for (let end = at + 2; end <= Math.min(typed.length, at + MAX_JOINED); end += 1) {
    const joined = typed.slice(at, end).join("");
    for (const word of await knownOf(index, [joined, ...inflectionsOf(joined)]))
      found.push({ span: spanOf(at, end), words: [[word]], source: "compound", quality: JOINED });
  }
  return found;
}

/** The synonyms of the longest phrase that begins here. */
function synonyms(known: SearchIndex["synonyms"], typed: readonly string[], at: number): Expansion[] {
  for (let end = Math.min(typed.length, at + MAX_PHRASE); end > at; end -= 1) {
    const others = known.get(typed.slice(at, end).join(" ")) ?? [];
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
async function splits(index: SearchIndex, word: string, span: number): Promise<Expansion[]> {
  const found: Expansion[] = [];
  for (let cut = 1; cut < word.length; cut += 1) {
    const parts = [word.slice(0, cut), word.slice(cut)];
    const isLong = cut >= 3 && word.length - cut >= 3;
    if (!isLong && !/\p{L} \p{N}|\p{N} \p{L}/u.test(parts.join(" "))) continue;
    const known = await knownOf(index, parts);
    if (known.length === 2)
      found.push({ span, words: parts.map((part) => [part]), source: "compound", quality: SPLIT });
  }
  return found;
}

async function corrections(index: SearchIndex, word: string, span: number): Promise<Expansion[]> {
  if (maxEdits(word) === 0) return [];
  const found = (await index.fuzzyTerms(word)).slice(0, MAX_CORRECTIONS);
  return found.map(({ word: other, edits, isPrefix }) => ({
    span,
    words: [[other]],
    source: "correction",
    isPrefix,
    quality: (isPrefix ? CORRECTED_PREFIX : CORRECTED)[edits] ?? 0,
  }));
}

async function knownOf(index: SearchIndex, words: readonly string[]): Promise<string[]> {
  const known = await Promise.all(words.map((word) => index.has(word)));
  return words.filter((_, at) => known[at]);
}

/** Bits of the words from `at` to before `end`. */
function spanOf(at: number, end: number): number {
  return (1 << end) - (1 << at);
}
