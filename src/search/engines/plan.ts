/** What is asked of another engine for one search of the site, and how the results become its answer. */
import { listValues } from "../engine/apply-facets.ts";
import { stopWords } from "../engine/query-terms.ts";
import {
  BEST,
  type Facet,
  FEW,
  MANY,
  MAX_QUERY,
  type SearchAnswer,
  type SearchRequest,
} from "../engine/search-answer.ts";
import { type FacetName, facetNames } from "../index/facet-table.ts";
import { kindKeys, type RecordKind } from "../index/search-record.ts";
import type { EngineQuery, EngineResult } from "./protocol.ts";
import { toHit } from "./to-hit.ts";

export interface Plan {
  /** All hits that the filters leave. */
  readonly main: EngineQuery;
  /** The same without filters, where any is selected. */
  readonly unfiltered: EngineQuery | undefined;
  /** For each facet with selected values, what the other filters leave. */
  readonly byFacet: ReadonlyMap<FacetName, EngineQuery>;
  readonly byKind: ReadonlyMap<RecordKind, EngineQuery>;
}

/** Undefined for a query without a letter or digit, which finds nothing. */
export function planSearch(request: SearchRequest, isRelaxed: boolean): Plan | undefined {
  const { query, selection = new Map(), sort = "relevance", expanded, withoutFacets = false } = request;
  const words = toWords(query);
  if (!/[\p{L}\p{N}]/u.test(words)) return undefined;
  const selected = new Map([...selection].filter(([, values]) => values.size > 0));
  const without = (facet: string) => new Map([...selected].filter(([name]) => name !== facet));
  const base: EngineQuery = { words, isRelaxed, selection: selected, sort, size: 0, facets: [] };
  const kinds = kindKeys.filter((kind) => selected.get("kind")?.has(kind) ?? true);
  return {
    main: { ...base, size: BEST, facets: withoutFacets ? [] : facetNames },
    unfiltered: selected.size === 0 ? undefined : { ...base, selection: new Map() },
    byFacet: new Map(
      facetNames
        .filter((facet) => !withoutFacets && selected.has(facet))
        .map((facet) => [facet, { ...base, selection: without(facet), facets: [facet] }]),
    ),
    byKind: new Map(
      (withoutFacets ? [] : kinds).map((kind) => [
        kind,
        { ...base, selection: new Map(selected).set("kind", new Set([kind])), size: expanded?.has(kind) ? MANY : FEW },
      ]),
    ),
  };
}

export function listQueries({ main, unfiltered, byFacet, byKind }: Plan): readonly EngineQuery[] {
  return [main, ...(unfiltered ? [unfiltered] : []), ...byFacet.values(), ...byKind.values()];
}

/** The answer from the results of every query of the plan. */
export function toAnswer(
  request: SearchRequest,
  { main, unfiltered, byFacet, byKind }: Plan,
  resultOf: (query: EngineQuery) => EngineResult,
): SearchAnswer {
  const found = resultOf(main);
  const hits = found.hits.map(toHit);
  const groups = [...byKind].flatMap(([kind, query]) => {
    const { total, hits } = resultOf(query);
    return total === 0 ? [] : [{ kind, count: total, hits: hits.map(toHit) }];
  });
  // The kind of the best hit comes first.
  const order = [...new Set([...hits.map(({ record }) => record.kind), ...kindKeys])];
  const toFacet = (name: FacetName): Facet => {
    const selected = request.selection?.get(name) ?? new Set();
    const query = byFacet.get(name);
    const others = query ? (resultOf(query).facets.get(name) ?? []) : [];
    // A selected value may be too rare to be among those that the engine counts without it.
    const own = (found.facets.get(name) ?? []).filter(([value]) => !query || selected.has(value));
    return listValues(name, new Map([...others, ...own]), selected);
  };
  return {
    query: request.query,
    total: unfiltered ? resultOf(unfiltered).total : found.total,
    count: found.total,
    hits,
    groups: groups.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)),
    facets: main.facets.map((name) => toFacet(name)),
    corrected: undefined,
    dropped: [],
    rest: "complete",
  };
}

/** What is typed without words that distinguish nothing, unless there are no others. */
function toWords(query: string): string {
  const words = query.slice(0, MAX_QUERY).split(/\s+/).filter(Boolean);
  const telling = words.filter((word) => !stopWords.has(word.toLowerCase()));
  return (telling.length > 0 ? telling : words).join(" ");
}
