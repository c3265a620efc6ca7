/** Highlights the words of a hit that match the query, and says why it was found where its title does not show it. */
import { runsOf, type Word, wordsOf } from "../../lib/fold.ts";
import { joinedWordsOf, joinsOf } from "../index/joined-words.ts";
import { fieldNames, type RecordField, type SearchRecord } from "../index/search-record.ts";
import type { QueryTerm } from "./query-terms.ts";
import { type Highlighted, type Hit, MAX_REASONS } from "./search-answer.ts";

/** The words of one record that match one term of the query. */
interface TermMatcher {
  readonly isWord: (word: string) => boolean;
  /** Synonyms of several words, which match only side by side. */
  readonly phrases: readonly (readonly string[])[];
}

/** A record with its matches highlighted. */
export function toHit(record: SearchRecord, queryTerms: readonly QueryTerm[]): Hit {
  const matchers = matchersFor(record, queryTerms);
  return {
    record,
    title: highlight(record.title, matchers),
    detail: highlight(record.detail, matchers),
    text: highlight(record.text, matchers),
    reasons: reasonsOf(record, matchers),
  };
}

/** The query as its best hit spells it; undefined when that is as it was typed. */
export function correct(record: SearchRecord, queryTerms: readonly QueryTerm[]): string | undefined {
  const words = allWords(record);
  const understood = queryTerms.map((term) =>
    isAsTyped(words, term) ? term.word : (correctionIn(words, term) ?? term.word),
  );
  return understood.some((word, index) => word !== queryTerms[index]?.word) ? understood.join(" ") : undefined;
}

/** A correction matches only where nothing better does. */
function matchersFor(record: SearchRecord, queryTerms: readonly QueryTerm[]): readonly TermMatcher[] {
  const words = allWords(record);
  return queryTerms.map((term) => {
    const variants = variantsOf(term);
    const single = new Set(variants.filter(({ length }) => length === 1).flat());
    const correction = isAsTyped(words, term) ? undefined : correctionIn(words, term);
    return {
      isWord: (word) => (term.isRequired && word.startsWith(term.word)) || single.has(word) || word === correction,
      phrases: variants.filter(({ length }) => length > 1),
    };
  });
}

function reasonsOf(record: SearchRecord, matchers: readonly TermMatcher[]): Hit["reasons"] {
  const reasons: { field: RecordField; value: string }[] = [];
  const isShown = (matcher: TermMatcher) =>
    [record.title, record.detail, ...reasons.map(({ value }) => value)].some((text) => isIn(text, matcher));
  for (const matcher of matchers) {
    if (isShown(matcher)) continue;
    for (const field of fieldNames) {
      const value = record.fields[field]?.find((text) => isIn(text, matcher));
      if (value === undefined) continue;
      reasons.push({ field, value });
      break;
    }
  }
  return reasons.slice(0, MAX_REASONS).map(({ field, value }) => ({ field, value: highlight(value, matchers) }));
}

function isIn(text: string, matcher: TermMatcher): boolean {
  return highlight(text, [matcher]).length > 1;
}

function highlight(text: string, matchers: readonly TermMatcher[]): Highlighted {
  const runs = runsOf(text);
  const words = runs.flatMap((run) => run.words);
  const isMatch = ({ word }: Word) => matchers.some(({ isWord }) => isWord(word));
  const joins = joinsOf(text, runs).filter((join) => !isMatch(join.first) && isMatch(join));
  const inPhrases = matchers.flatMap(({ phrases }) => phrases.flatMap((phrase) => findPhrase(words, phrase)));
  const matches = [...words.filter(isMatch), ...joins, ...inPhrases];
  const pieces: string[] = [];
  let end = 0;
  for (const match of mergeOverlaps(matches)) {
    pieces.push(text.slice(end, match.start), text.slice(match.start, match.end));
    end = match.end;
  }
  if (end < text.length || pieces.length === 0) pieces.push(text.slice(end));
  return pieces;
}

type Span = Pick<Word, "start" | "end">;

/** In the order of the text, and what overlaps as one: カル and ルテ of カルテ. */
export function mergeOverlaps(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last === undefined || start >= last.end) merged.push({ start, end });
    else merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, end) };
  }
  return merged;
}

/** The words of a text that are a phrase, wherever it stands there. */
function findPhrase(words: readonly Word[], phrase: readonly string[]): readonly Word[] {
  return words.flatMap((_, at) =>
    phrase.every((word, offset) => words[at + offset]?.word === word) ? words.slice(at, at + phrase.length) : [],
  );
}

function isAsTyped(words: ReadonlySet<string>, term: QueryTerm): boolean {
  for (const word of words) if (word.startsWith(term.word)) return true;
  return variantsOf(term).some((variant) => variant.every((word) => words.has(word)));
}

/** The likeliest correction of the word that the record has. */
function correctionIn(words: ReadonlySet<string>, { expansions }: QueryTerm): string | undefined {
  const corrections = expansions.filter(({ source }) => source === "correction");
  return corrections.flatMap((expansion) => expansion.words.flat()).find((word) => words.has(word));
}

/** Other forms of a word that mean the same, each as a list of words. */
function variantsOf({ expansions }: QueryTerm): readonly (readonly string[])[] {
  return expansions
    .filter(({ source }) => source === "inflection" || source === "compound" || source === "synonym")
    .map(({ words }) => words.flat().flatMap((word) => word.split("_").filter(Boolean)));
}

function allWords({ title, detail, text, date, fields }: SearchRecord): ReadonlySet<string> {
  const texts = [title, detail, text, date, ...Object.values(fields).flat()];
  const words = texts.flatMap((one) => [...wordsOf(one), ...joinedWordsOf(one)]);
  return new Set(words.map((word) => word.replace("_", "")));
}
