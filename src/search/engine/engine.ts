/** Finds records for what a reader typed, misspelt or not: the whole search behind one function. */
import { runsOf, wordsOf } from "../../lib/fold.ts";
import { kindKeys, type SearchRecords } from "../index/search-record.ts";
import { applyFacets } from "./apply-facets.ts";
import { bestOfKinds, type KindHits } from "./best-hits.ts";
import { isSelected } from "./facet-selection.ts";
import { correct, mergeOverlaps, toHit } from "./highlight.ts";
import { findMatches } from "./matching.ts";
import { createMemoryIndex } from "./memory-index.ts";
import type { QueryTerm } from "./query-terms.ts";
import { rank } from "./rank.ts";
import { BEST, FEW, MANY, MAX_QUERY, type SearchAnswer, type SearchRequest } from "./search-answer.ts";
import type { SearchIndex } from "./search-index.ts";

export interface SearchEngine {
  search(request: SearchRequest): Promise<SearchAnswer>;
}

/** Limited, since each word of the query is a bit of a number. */
const MAX_WORDS = 24;

/** An engine over records in memory: the whole search in one import, for Node as for a worker. */
export function searchRecords({ records, synonyms }: SearchRecords): SearchEngine {
  const index = createMemoryIndex(synonyms);
  index.add(records, "complete");
  return { search: (request) => searchIndex(index, request) };
}

/**
 * Everything that matches; an empty query matches nothing. Never throws for what was typed; throws `SearchFailure` when
 * a file it needs cannot be had.
 */
export async function searchIndex(index: SearchIndex, request: SearchRequest): Promise<SearchAnswer> {
  const { query, selection = new Map(), sort = "relevance", expanded = new Set(), withoutFacets = false } = request;
  const typed = query.slice(0, MAX_QUERY);
  const words = [...new Set(wordsOf(typed))].slice(0, MAX_WORDS);
  const { queryTerms, scores, ids, asked, dropped } = await findMatches(index, words);
  const isNarrowed = isSelected(selection);
  const table = withoutFacets && !isNarrowed ? undefined : await index.facets(isNarrowed);
  const { left, facets } = table ? applyFacets(table, ids, selection) : { left: ids, facets: [] };
  const kinds = bestOfKinds(left, scores, index.kindOf, kindKeys.length, MANY);
  const { ranked, corrected } = await order(index, kinds, scores, asked, typed, queryTerms);
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
  return {
    query,
    total: ids.length,
    count: left.length,
    hits,
    groups,
    facets: withoutFacets ? [] : facets,
    corrected,
    dropped: asTyped(typed, dropped),
    rest: index.rest,
  };
}

/** Words of the query as they were typed, each once, without the punctuation around them; parts of a run that overlap as one. */
function asTyped(typed: string, dropped: readonly string[]): string[] {
  const words = runsOf(typed).flatMap((run) => run.words);
  const first = dropped.flatMap((one) => words.find(({ word }) => word === one) ?? []);
  return mergeOverlaps(first).map(({ start, end }) => typed.slice(start, end));
}

/**
 * The best of every kind together, best first: those that Fuse has ranked, then the others by their postings. The words
 * that Fuse ranks by are spelt as in the best by postings.
 */
async function order(
  index: SearchIndex,
  kinds: readonly KindHits[],
  scores: Float32Array,
  asked: ReadonlySet<number>,
  typed: string,
  queryTerms: readonly QueryTerm[],
): Promise<{ ranked: readonly number[]; corrected: string | undefined }> {
  const best = kinds.flatMap(({ ids }) => ids).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  const candidateIds = [
    ...new Set([...best.slice(0, index.maxRanked), ...kinds.flatMap(({ ids }) => ids.slice(0, FEW))]),
  ];
  const records = await index.records(candidateIds);
  const [first] = records;
  if (!first) return { ranked: [], corrected: undefined };
  const candidates = records.map((record, at) => ({
    id: candidateIds[at] ?? 0,
    record,
    score: scores[candidateIds[at] ?? 0] ?? 0,
    isAsked: asked.has(candidateIds[at] ?? 0),
  }));
  const words = queryTerms.map(({ word }) => word).join(" ");
  const corrected = correct(first, queryTerms);
  const names = { typed, corrected: corrected ?? words, synonyms: index.synonyms.get(words) ?? [] };
  const ranked = rank(candidates, names).map(({ id }) => id);
  return { ranked: [...new Set([...ranked, ...best])], corrected };
}

/** Ids of news ascend from the newest to the oldest. */
function newest(index: SearchIndex, ids: readonly number[]): readonly number[] {
  const news: number[] = [];
  for (const id of ids) if (news.length < MANY && isNews(index, id)) news.push(id);
  return news;
}

function isNews(index: SearchIndex, id: number): boolean {
  return kindKeys[index.kindOf(id)] === "news";
}
