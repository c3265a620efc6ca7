/** What one engine does over one corpus: how fast it answers, how well it finds, how much must be fetched. */
import type { SearchRecord } from "../src/search/index/search-record.ts";
import { type Engine, HITS, type Searcher } from "./engine.ts";
import { buildQueries, keystrokesOf, type Query } from "./search-queries.ts";

export interface Measured {
  readonly size: number;
  /** Milliseconds of a search at one keystroke. */
  readonly keystroke: { readonly p50: number; readonly p95: number };
  /** Mean reciprocal rank of the record that is looked for among ten hits. */
  readonly mrr: { readonly typo: number; readonly typing: number; readonly clean: number };
  /** How many queries of each kind were asked, and how many typed letter by letter: fewer where time was up. */
  readonly queries: { readonly typo: number; readonly typing: number; readonly clean: number; readonly typed: number };
  /** Compressed bytes; before the first result they are counted for queries with a typo. */
  readonly bytes: { readonly median: number; readonly most: number; readonly all: number };
  /** Milliseconds from the files as text to an engine that can be asked for everything. */
  readonly load: number;
  /** Compressed bytes of the engine's code, where it is not bundled from npm. */
  readonly codeBytes: number | undefined;
}

const SEED = 2026;
/** Queries of a kind; the larger corpora give the slower engines time for fewer. */
export const queriesAt = (size: number) => (size <= 10_000 ? 300 : 200);
const WARM_UP = 50;
/** Seconds for one measure: an engine that needs a second for a query would keep the others waiting for an hour. */
const MOST_SECONDS = 45;
const OPENED = 40;

export async function measure(engine: Engine, records: readonly SearchRecord[]): Promise<Measured> {
  const queries = buildQueries(records, queriesAt(records.length), SEED);
  const published = await engine.publish(records);
  try {
    globalThis.gc?.();
    const beforeLoad = performance.now();
    const searcher = await published.open();
    const load = performance.now() - beforeLoad;

    const typo = await rank(searcher, queries.typo);
    const typing = await rank(searcher, queries.typing);
    const clean = await rank(searcher, queries.clean);
    const { durations, typed } = await type(searcher, queries.typo);
    const fetched: number[] = [];
    for (const { text } of queries.typo.slice(0, OPENED)) fetched.push(await published.bytesBeforeAnswer(text));
    return {
      size: records.length,
      keystroke: { p50: percentile(durations, 50), p95: percentile(durations, 95) },
      mrr: { typo: typo.mrr, typing: typing.mrr, clean: clean.mrr },
      queries: { typo: typo.asked, typing: typing.asked, clean: clean.asked, typed },
      bytes: { median: percentile(fetched, 50), most: percentile(fetched, 100), all: published.bytesInAll },
      load,
      codeBytes: published.codeBytes,
    };
  } finally {
    await published.close?.();
  }
}

async function rank(searcher: Searcher, queries: readonly Query[]): Promise<{ mrr: number; asked: number }> {
  const end = performance.now() + MOST_SECONDS * 1000;
  let sum = 0;
  let asked = 0;
  for (const { text, target } of queries) {
    if (performance.now() > end) break;
    sum += reciprocalRank(await searcher.search(text), target);
    asked += 1;
  }
  return { mrr: sum / asked, asked };
}

/** Types query after query, searching at every key. */
async function type(searcher: Searcher, queries: readonly Query[]): Promise<{ durations: number[]; typed: number }> {
  const end = performance.now() + MOST_SECONDS * 1000;
  for (const key of queries.flatMap(({ text }) => keystrokesOf(text)).slice(-WARM_UP)) {
    if (performance.now() < end) await searcher.search(key);
  }
  globalThis.gc?.();
  const durations: number[] = [];
  let typed = 0;
  for (const { text } of queries) {
    if (typed > 0 && performance.now() > end) break;
    for (const key of keystrokesOf(text)) durations.push(await timeOf(searcher, key));
    typed += 1;
  }
  return { durations, typed };
}

async function timeOf(searcher: Searcher, query: string): Promise<number> {
  if (searcher.time) return searcher.time(query);
  const before = performance.now();
  await searcher.search(query);
  return performance.now() - before;
}

/** 1 for the first place, a half for the second, nothing beyond the tenth. */
export function reciprocalRank(hits: readonly string[], target: string): number {
  const index = hits.slice(0, HITS).indexOf(target);
  return index < 0 ? 0 : 1 / (index + 1);
}

/** The smallest of the numbers that at least `percent` of them do not exceed. */
export function percentile(numbers: readonly number[], percent: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? Number.NaN;
}
