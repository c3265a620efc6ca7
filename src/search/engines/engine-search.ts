/** Answers a search of the site by another engine, as the built-in search would. */

import type { EngineName, OtherEngine } from "../../config/search-engine.ts";
import type { SearchAnswer, SearchRequest } from "../engine/search-answer.ts";
import type { AskEngine } from "../engine/service.ts";
import { toKeyHeader } from "./key-header.ts";
import { meilisearch } from "./meilisearch.ts";
import { openSearch } from "./opensearch.ts";
import { listQueries, planSearch, toAnswer } from "./plan.ts";
import type { EngineQuery, EngineResult, Protocol } from "./protocol.ts";
import { typesense } from "./typesense.ts";

const protocols: Readonly<Record<EngineName, Protocol>> = { opensearch: openSearch, typesense, meilisearch };

/** An engine that takes longer is taken not to answer. */
const TIMEOUT = 3000;

/** The function rejects when the engine does not answer, refuses, or answers what cannot be read. */
export function createEngineSearch({ engine, address, index, key }: OtherEngine, timeout = TIMEOUT): AskEngine {
  const { toPath, type, toBody, toResults } = protocols[engine];
  const credentials = key === undefined ? undefined : toKeyHeader(engine, key);
  const ask = async (queries: readonly EngineQuery[], signal: AbortSignal): Promise<readonly EngineResult[]> => {
    const response = await fetch(new URL(toPath(index), address), {
      method: "POST",
      headers: { "content-type": type, ...(credentials && { [credentials.header]: credentials.value }) },
      body: toBody(queries, index),
      credentials: "omit",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
    });
    if (!response.ok) throw new Error(`${engine} answers ${response.status}`);
    return toResults(await response.text());
  };
  const search = async (request: SearchRequest, signal: AbortSignal, isRelaxed: boolean): Promise<SearchAnswer> => {
    const plan = planSearch(request, isRelaxed);
    if (plan === undefined) return nothing(request.query);
    const queries = listQueries(plan);
    const results = await ask(queries, signal);
    return toAnswer(request, plan, (query) => {
      const result = results[queries.indexOf(query)];
      if (!result) throw new Error(`${engine} answers ${results.length} of ${queries.length} queries`);
      return result;
    });
  };
  return async (request, signal) => {
    const strict = await search(request, signal, false);
    // As the built-in search does, words are left out only where nothing has all.
    return strict.total > 0 || !/\S\s+\S/.test(request.query) ? strict : search(request, signal, true);
  };
}

const nothing = (query: string): SearchAnswer => ({
  query,
  total: 0,
  count: 0,
  hits: [],
  groups: [],
  facets: [],
  corrected: undefined,
  dropped: [],
  rest: "complete",
});
