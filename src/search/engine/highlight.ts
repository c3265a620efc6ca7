/** Which words of a hit match the query, and why the hit was found where its title does not say. */
import { wordsOf } from "../../lib/fold.ts";
import { type RecordField, recordFields, type SearchRecord } from "../index/search-record.ts";
import type { QueryTerm } from "./query-terms.ts";
import type { Highlighted, Hit } from "./search-answer.ts";

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const fieldNames = Object.keys(recordFields) as RecordField[];
/** Reasons that a hit gives at most. */
const MAX_REASONS = 3;

/** What counts as a match of one word of the query in one record. */
interface Match {
  readonly isWord: (word: string) => boolean;
  /** Synonyms of several words, which match only where they stand together. */
  readonly phrases: readonly (readonly string[])[];
}

/** A record with its matches marked. */
export function toHit(record: SearchRecord, queryTerms: readonly QueryTerm[]): Hit {
  const matches = matchesIn(record, queryTerms);
  return {
    record,
    title: mark(record.title, matches),
    detail: mark(record.detail, matches),
    text: mark(record.text, matches),
    reasons: reasonsOf(record, matches),
  };
}

/** How the query is understood in view of its best hit: the words that stand there; undefined when they are those typed. */
export function correct(record: SearchRecord, queryTerms: readonly QueryTerm[]): string | undefined {
  const words = allWords(record);
  const understood = queryTerms.map((slot) =>
    isAsTyped(words, slot) ? slot.word : (guessIn(words, slot) ?? slot.word),
  );
  return understood.some((word, index) => word !== queryTerms[index]?.word) ? understood.join(" ") : undefined;
}

/** A guess counts only where nothing better stands. */
function matchesIn(record: SearchRecord, queryTerms: readonly QueryTerm[]): readonly Match[] {
  const words = allWords(record);
  return queryTerms.map((slot) => {
    const aliases = aliasesOf(slot);
    const single = new Set(aliases.filter(({ length }) => length === 1).flat());
    const guess = isAsTyped(words, slot) ? undefined : guessIn(words, slot);
    return {
      isWord: (word) => (slot.isRequired && word.startsWith(slot.word)) || single.has(word) || word === guess,
      phrases: aliases.filter(({ length }) => length > 1),
    };
  });
}

function reasonsOf(record: SearchRecord, matches: readonly Match[]): Hit["reasons"] {
  const reasons: { field: RecordField; value: string }[] = [];
  const isShown = (match: Match) =>
    [record.title, record.detail, ...reasons.map(({ value }) => value)].some((text) => isIn(text, match));
  for (const match of matches) {
    if (isShown(match)) continue;
    for (const field of fieldNames) {
      const value = record.fields[field]?.find((text) => isIn(text, match));
      if (value === undefined) continue;
      reasons.push({ field, value });
      break;
    }
  }
  return reasons.slice(0, MAX_REASONS).map(({ field, value }) => ({ field, value: mark(value, matches) }));
}

function isIn(text: string, match: Match): boolean {
  return mark(text, [match]).length > 1;
}

function mark(text: string, matches: readonly Match[]): Highlighted {
  const tokens = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ index, word, folded: wordsOf(word) }));
  const phrases = matches.flatMap((match) => match.phrases);
  const marked = tokens.map(({ folded }) => folded.some((word) => matches.some(({ isWord }) => isWord(word))));
  for (const phrase of phrases) {
    for (let at = 0; at + phrase.length <= tokens.length; at += 1) {
      if (phrase.every((word, offset) => tokens[at + offset]?.folded.join("") === word)) {
        marked.fill(true, at, at + phrase.length);
      }
    }
  }
  const pieces: string[] = [];
  let end = 0;
  tokens.forEach(({ index, word }, at) => {
    if (!marked[at]) return;
    pieces.push(text.slice(end, index), word);
    end = index + word.length;
  });
  if (end < text.length || pieces.length === 0) pieces.push(text.slice(end));
  return pieces;
}

function isAsTyped(words: ReadonlySet<string>, slot: QueryTerm): boolean {
  for (const word of words) if (word.startsWith(slot.word)) return true;
  return aliasesOf(slot).some((alias) => alias.every((word) => words.has(word)));
}

/** The likeliest respelling of the word that stands in the record. */
function guessIn(words: ReadonlySet<string>, slot: QueryTerm): string | undefined {
  const guesses = slot.readings.filter(({ source }) => source === "guess").flatMap((reading) => reading.words.flat());
  return guesses.find((word) => words.has(word));
}

/** Other ways to say it, as words. */
function aliasesOf(slot: QueryTerm): readonly (readonly string[])[] {
  return slot.readings
    .filter(({ source }) => source !== "typed" && source !== "guess")
    .map(({ words }) => words.flat().flatMap((word) => word.split("_")));
}

function allWords({ title, detail, text, date, fields }: SearchRecord): ReadonlySet<string> {
  return new Set(wordsOf([title, detail, text, date, ...Object.values(fields).flat()].join(" ")));
}
