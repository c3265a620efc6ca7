/** Finds records for what a reader typed, misspelt or not; one small interface in front of all that searching does. */
import { fold, wordsOf } from "../../lib/fold.ts";
import { kindKeys } from "../index/facet-table.ts";
import type { SearchRecords } from "../index/search-record.ts";
import { applyFacets } from "./apply-facets.ts";
import { bestOfKinds, type KindHits } from "./best-hits.ts";
import { isSelected } from "./facets.ts";
import { correct, toHit } from "./highlight.ts";
import { type Matches, matchQueryTerms } from "./matching.ts";
import { createMemoryIndex } from "./memory-index.ts";
import { type QueryTerm, readQuery } from "./query-terms.ts";
import { rank } from "./rank.ts";
import { BEST, FEW, MANY, type SearchAnswer, type SearchRequest } from "./search-answer.ts";
import type { SearchIndex } from "./search-index.ts";
import { stopWords } from "./stop-words.ts";

export interface SearchEngine {
  /**
   * Everything that matches; an empty query matches nothing. Never throws for
   * what was typed; throws `SearchFailure` when a file it needs cannot be had.
   */
  search(request: SearchRequest): Promise<SearchAnswer>;
}

/** Longer input is cut: nobody types more, and a pasted page must not stop the browser. */
const MAX_QUERY = 300;
/** Each is a bit of a number. */
const MAX_WORDS = 24;

/** An engine over records in memory: the whole search in one import, for Node as for a worker. */
export function searchRecords({ records, synonyms }: SearchRecords): SearchEngine {
  const index = createMemoryIndex(synonyms);
  index.add(records, "complete");
  return createEngine(index);
}

export function createEngine(index: SearchIndex): SearchEngine {
  return { search: (request) => search(index, request) };
}

/** Filters by postings, narrows by facets, ranks the best by Fuse, and shows the first of those. */
async function search(index: SearchIndex, request: SearchRequest): Promise<SearchAnswer> {
  const { query, selection = new Map(), sort = "relevance", expanded = new Set(), withoutFacets = false } = request;
  const typed = query.slice(0, MAX_QUERY);
  const words = [...new Set(wordsOf(typed))].slice(0, MAX_WORDS);
  const { queryTerms, scores, ids, dropped } = await find(index, words);
  const isNarrowed = isSelected(selection);
  const table = withoutFacets && !isNarrowed ? undefined : await index.facets(isNarrowed);
  const { left, facets } = table ? applyFacets(table, ids, selection) : { left: ids, facets: [] };
  const kinds = bestOfKinds(left, scores, index.kindOf, kindKeys.length, MANY);
  const ranked = await order(index, kinds, scores, typed, queryTerms);
  const ordered = sort === "date" ? [...newest(index, left), ...ranked.filter((id) => !isNews(index, id))] : ranked;

  const show = async (shown: readonly number[]) =>
    (await index.records(shown)).map((record) => toHit(record, queryTerms));
  const hits = await show(ordered.slice(0, BEST));
  const groups = await Promise.all(
    [...new Set(ordered.map(index.kindOf))].map(async (number) => {
      const kind = kindKeys[number] ?? "news";
      const ofKind = ordered.filter((id) => index.kindOf(id) === number);
      const count = kinds.find((one) => one.kind === number)?.count ?? 0;
      return { kind, count, hits: await show(ofKind.slice(0, expanded.has(kind) ? MANY : FEW)) };
    }),
  );
  const corrected = hits[0] && correct(hits[0].record, queryTerms);
  return {
    query,
    total: ids.length,
    count: left.length,
    hits,
    groups,
    facets: withoutFacets ? [] : facets,
    corrected,
    dropped: dropped.map((word) => asTyped(typed, word)),
    rest: index.rest,
  };
}

/** The word of the query that folds to this one, without the signs around it. */
function asTyped(typed: string, folded: string): string {
  const word = typed.split(/\s+/u).find((one) => fold(one) === folded) ?? folded;
  const bare = word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, "");
  // Signs such as ㈀ are no letter and fold to one.
  return bare === "" ? word : bare;
}

interface Found {
  /** Readings of the words that were kept. */
  readonly queryTerms: readonly QueryTerm[];
  readonly scores: Float32Array;
  /** Ascending. */
  readonly ids: readonly number[];
  readonly dropped: readonly string[];
}

/** Records with all words that are not stop words. All are respelt before one is dropped, where that helps. */
async function find(index: SearchIndex, words: readonly string[]): Promise<Found> {
  const telling = words.filter((word) => !stopWords.has(word));
  const required = telling.length > 0 ? telling : words;
  const wanted = required.reduce((bits, word) => bits | (1 << words.indexOf(word)), 0);
  const strict = await attempt(index, words, wanted, false);
  const generous = strict.kept === wanted ? strict : await attempt(index, words, wanted, true);
  const { queryTerms, matches, kept } = countBits(generous.kept) > countBits(strict.kept) ? generous : strict;
  const { masks, scores } = matches;
  const ids: number[] = [];
  for (let id = 0; kept !== 0 && id < masks.length; id += 1) if (((masks[id] ?? 0) & kept) === kept) ids.push(id);
  const isDropped = ({ bit }: QueryTerm) => (wanted & ~kept & bit) !== 0;
  return {
    queryTerms: queryTerms.filter((slot) => !isDropped(slot)),
    scores,
    ids,
    dropped: queryTerms.filter(isDropped).map(({ word }) => word),
  };
}

interface Attempt {
  readonly queryTerms: readonly QueryTerm[];
  readonly matches: Matches;
  /** Bits of the words that the best records have. */
  readonly kept: number;
}

async function attempt(
  index: SearchIndex,
  words: readonly string[],
  wanted: number,
  isRelaxed: boolean,
): Promise<Attempt> {
  const queryTerms = await readQuery(index, words, wanted, isRelaxed);
  const matches = await matchQueryTerms(index, queryTerms);
  return { queryTerms, matches, kept: bestMask(matches, wanted) };
}

/** The words that are kept: as many as any record has, and of several such choices that of the best record. */
function bestMask({ masks, scores }: Matches, wanted: number): number {
  let best = 0;
  let most = 0;
  let score = 0;
  for (let id = 0; id < masks.length; id += 1) {
    const kept = (masks[id] ?? 0) & wanted;
    if (kept === 0) continue;
    const count = kept === best ? most : countBits(kept);
    if (count < most || (count === most && (scores[id] ?? 0) <= score)) continue;
    best = kept;
    most = count;
    score = scores[id] ?? 0;
  }
  return best;
}

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}

/** The best of every kind together, best first: those that Fuse has ranked, then the others by their postings. */
async function order(
  index: SearchIndex,
  kinds: readonly KindHits[],
  scores: Float32Array,
  typed: string,
  queryTerms: readonly QueryTerm[],
): Promise<readonly number[]> {
  const best = kinds.flatMap(({ ids }) => ids).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  const selected = [...new Set([...best.slice(0, index.maxRanked), ...kinds.flatMap(({ ids }) => ids.slice(0, FEW))])];
  const records = await index.records(selected);
  const [first] = records;
  if (!first) return [];
  const candidates = records.map((record, at) => ({
    id: selected[at] ?? 0,
    record,
    score: scores[selected[at] ?? 0] ?? 0,
  }));
  const understood = correct(first, queryTerms) ?? queryTerms.map(({ word }) => word).join(" ");
  const synonyms = index.synonyms.get(queryTerms.map(({ word }) => word).join(" ")) ?? [];
  const ranked = rank(candidates, { typed, understood, synonyms }).map(({ id }) => id);
  return [...new Set([...ranked, ...best])];
}

/** News stands in the index newest first. */
function newest(index: SearchIndex, ids: readonly number[]): readonly number[] {
  const news: number[] = [];
  for (const id of ids) if (news.length < MANY && isNews(index, id)) news.push(id);
  return news;
}

function isNews(index: SearchIndex, id: number): boolean {
  return kindKeys[index.kindOf(id)] === "news";
}
