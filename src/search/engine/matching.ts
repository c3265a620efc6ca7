/** Finds the records that have the words of a query, in one of their expansions, and how well, from postings alone. */
import { countBits } from "../../lib/count-bits.ts";
import { idOf, isInText, POSITIONS, type Posting, positionOf, titleWordsOf } from "../index/postings.ts";
import { kindKeys } from "../index/search-record.ts";
import { type Expansion, expandQuery, genericWords, type QueryTerm, stopWords } from "./query-terms.ts";
import { isInQuestion, isQuestion } from "./resource-question.ts";
import type { SearchIndex } from "./search-index.ts";
import { findTitles, type MatchingTitle, readPostings } from "./titles.ts";

export interface Matches {
  /** The words that were not left out. */
  readonly queryTerms: readonly QueryTerm[];
  /** By id: the sum over the words of rarity, quality of the expansion, and position. */
  readonly scores: Float32Array;
  /** Ascending. */
  readonly ids: readonly number[];
  /** Pages of FHIR resource types that the query asks about. */
  readonly asked: ReadonlySet<number>;
  /** Words that were left out, because no record has all. */
  readonly dropped: readonly string[];
}

/**
 * Records with all words that are not stop words, and those that the query names. All words are corrected before one is
 * left out, where that helps.
 *
 * Names of FHIR resource types are ordinary words, such as "list": their pages have no say in which words are left out,
 * and one that lacks a word is found by its whole name alone, beside what the query finds without it.
 */
export async function findMatches(index: SearchIndex, words: readonly string[]): Promise<Matches> {
  const telling = words.filter((word) => !stopWords.has(word));
  const required = telling.length > 0 ? telling : words;
  const bitsOf = (some: readonly string[]) => some.reduce((bits, word) => bits | (1 << words.indexOf(word)), 0);
  const wanted = bitsOf(required);
  const strict = await attempt(index, words, wanted, false);
  const relaxed = strict.matched === wanted ? strict : await attempt(index, words, wanted, true);
  const best = countBits(relaxed.matched) > countBits(strict.matched) ? relaxed : strict;
  const { queryTerms, masks, scores, titles } = best;
  const pages = titles.filter(({ kind, isWhole }) => kind === "resource" && isWhole);
  const named = titles.filter(({ kind }) => kind !== "resource");

  // The words that name resource types, and those beside them that do not ask about them either.
  const inPages = pages.reduce((all, { bits }) => all | (bits & wanted), 0);
  const beside = bitsOf(required.filter((word) => !isInQuestion(word))) & ~inPages;
  const isAsked = inPages !== 0 && beside === 0 && (inPages === wanted || isQuestion(words));
  const isVendor = inPages !== 0 && beside !== 0 && named.some(({ bits }) => (bits & beside) === beside);
  const fewer = isAsked ? inPages : isVendor ? beside : best.matched;
  const matched = best.matched === wanted ? wanted : fewer;
  const specific = matched & ~bitsOf(required.filter((word) => genericWords.has(word)));

  const found = new Set<number>();
  if (isAsked || matched !== wanted) for (const { id } of pages) found.add(id);
  if (specific !== matched && specific !== 0)
    for (const { id, bits, isWhole } of named) if (isWhole && (bits & specific) === specific) found.add(id);
  const hasAll = (id: number) =>
    matched !== 0 && ((masks[id] ?? 0) & matched) === matched && (matched === wanted || !isResource(index, id));
  const ids: number[] = [];
  for (let id = 0; id < masks.length; id += 1) if (found.has(id) || hasAll(id)) ids.push(id);
  if (beside !== 0 && matched !== wanted) for (const { id } of pages) scores[id] = (scores[id] ?? 0) * BESIDE;

  const left = wanted & ~(matched | inPages);
  return {
    queryTerms: queryTerms.filter(({ bit }) => (left & bit) === 0),
    scores,
    ids,
    asked: new Set(isAsked ? pages.map(({ id }) => id) : []),
    dropped: isAsked ? [] : queryTerms.filter(({ bit }) => (left & bit) !== 0).map(({ word }) => word),
  };
}

interface Attempt extends Scores {
  readonly queryTerms: readonly QueryTerm[];
  readonly titles: readonly MatchingTitle[];
  /** Bits of the words that the best records have. */
  readonly matched: number;
}

async function attempt(
  index: SearchIndex,
  words: readonly string[],
  wanted: number,
  isRelaxed: boolean,
): Promise<Attempt> {
  const queryTerms = await expandQuery(index, words, wanted, isRelaxed);
  const found = await scoreRecords(index, queryTerms);
  const titles = await findTitles(index, queryTerms, ["offering", "organization", "resource"]);
  return { queryTerms, titles, ...found, matched: bestMask(index, found, titles, wanted) };
}

/**
 * The words to keep: as many as any record has, and of several such choices that of the best record. A record whose
 * whole name of several words is in the query is better than one with as many scattered words: `hapi fhir javascript`
 * keeps `hapi fhir`.
 */
function bestMask(
  index: SearchIndex,
  { masks, scores }: Scores,
  titles: readonly MatchingTitle[],
  wanted: number,
): number {
  const named = new Set(titles.filter(({ bits, isWhole }) => isWhole && countBits(bits) > 1).map(({ id }) => id));
  let best = 0;
  let most = 0;
  let score = 0;
  for (let id = 0; id < masks.length; id += 1) {
    const matched = (masks[id] ?? 0) & wanted;
    if (matched === 0) continue;
    const count = matched === best ? most : countBits(matched);
    const own = named.has(id) ? Number.POSITIVE_INFINITY : (scores[id] ?? 0);
    if (count < most || (count === most && own <= score)) continue;
    if (matched !== wanted && isResource(index, id)) continue;
    best = matched;
    most = count;
    score = own;
  }
  return best;
}

function isResource(index: SearchIndex, id: number): boolean {
  return kindKeys[index.kindOf(id)] === "resource";
}

// Tuned on tests/relevance/queries.ts; each comment names the group that a change makes worse.
/** "topic and year". */
const IN_TEXT = 0.35;
/** "two facts about an offering". */
const IN_FIELD = 0.7;
/** Bonus for a word of the title, divided by the number of its words: "plural for singular", "abbreviation". */
const TITLE_SHARE = 0.5;
const positionWeight = (posting: Posting): number => {
  const words = titleWordsOf(posting);
  return words > 0 ? 1 + TITLE_SHARE / words : isInText(posting) ? IN_TEXT : IN_FIELD;
};
const WEIGHTS = Float32Array.from({ length: POSITIONS }, (_, position) => positionWeight(position));

/** Of the page of a resource type that the query names beside something else: "vendor and FHIR resource type". */
const BESIDE = 0.3;

/** By id. */
interface Scores {
  /** Bits of the query's words that the record has. */
  readonly masks: Uint32Array;
  /** See `Matches`. */
  readonly scores: Float32Array;
}

async function scoreRecords(index: SearchIndex, queryTerms: readonly QueryTerm[]): Promise<Scores> {
  const masks = new Uint32Array(index.size);
  const scores = new Float32Array(index.size);
  const best = new Float32Array(index.size);
  for (const { expansions } of queryTerms) {
    const touched: number[] = [];
    const read = await Promise.all(
      expansions.map(async (expansion) => ({ expansion, lists: await readPostings(index, expansion.words) })),
    );
    for (const { lists, rarity, expansion } of weigh(read, index.size)) {
      const worth = expansion.quality * rarity;
      for (const list of lists) {
        for (const posting of list) {
          const id = idOf(posting);
          const value = worth * (WEIGHTS[positionOf(posting)] ?? 0);
          const known = best[id] ?? 0;
          if (known === 0) touched.push(id);
          if (value > known) best[id] = value;
          masks[id] = (masks[id] ?? 0) | expansion.span;
        }
      }
    }
    for (const id of touched) {
      scores[id] = (scores[id] ?? 0) + (best[id] ?? 0);
      best[id] = 0;
    }
  }
  return { masks, scores };
}

interface ExpansionPostings {
  readonly expansion: Expansion;
  readonly lists: readonly (readonly Posting[])[];
}

/**
 * The rarer a word, the more it says about a record. What was typed is as rare as all words that begin with it together,
 * and a correction as all corrections: a rare ending or typo is no better than a frequent one. Joined and split words are
 * weighed by themselves; inflections and synonyms too, but never above what was typed: someone who types "systems" does
 * not mean the rarer "system".
 */
function weigh(
  read: readonly ExpansionPostings[],
  size: number,
): readonly (ExpansionPostings & { readonly rarity: number })[] {
  const count = (some: readonly ExpansionPostings[]) =>
    some.reduce((sum, { lists }) => sum + lists.reduce((all, list) => all + list.length, 0), 0);
  const typed = count(read.filter(({ expansion: { source } }) => source === "typed" || source === "prefix"));
  const corrected = count(read.filter(({ expansion: { source } }) => source === "correction"));
  return read.map((one) => {
    const { source } = one.expansion;
    const known =
      source === "typed" || source === "prefix" ? typed : source === "correction" ? corrected : count([one]);
    const frequency = source === "inflection" || source === "synonym" ? Math.max(known, typed) : known;
    return { ...one, rarity: Math.log(1 + size / Math.max(1, frequency)) };
  });
}
