/** OpenSearch, as far as the export and the adapter use it. */
import type { EngineDocument } from "../../src/search/engines/document.ts";
import { facetNames } from "../../src/search/index/facet-table.ts";
import { type Found, find, marksOf } from "./find.ts";
import type { EngineAnswer, Protocol, State } from "./loopback-protocol.ts";

interface Search {
  readonly query: {
    readonly bool: {
      readonly must: readonly [{ readonly match: { readonly all: { readonly query: string } } }];
      readonly filter: readonly { readonly terms: Readonly<Record<string, readonly string[]>> }[];
    };
  };
  readonly sort: readonly object[];
  readonly size: number;
  readonly aggregations: Readonly<Record<string, { readonly terms: { readonly field: string } }>>;
  readonly highlight: { readonly pre_tags: readonly [string]; readonly post_tags: readonly [string] };
}

const shards = { total: 1, successful: 1, skipped: 0, failed: 0 };
const ok = (body: unknown): EngineAnswer => ({ status: 200, body });
const refused = (status: number, type: string, reason: string): EngineAnswer => {
  const cause = { type, reason };
  return { status, body: { error: { ...cause, root_cause: [cause] }, status } };
};
const missing = (index: string) => refused(404, "index_not_found_exception", `no such index [${index}]`);

export function createOpenSearch({ indexes, aliases }: State): Protocol {
  const toIndex = (name: string) => aliases.get(name) ?? name;
  return async ({ method, path, body }) => {
    const [first = "", second] = path.slice(1).split("/");
    const index = indexes.get(toIndex(first));
    switch (second ?? first) {
      case "_aliases":
        for (const { add, remove } of (body as { actions: readonly Action[] }).actions) {
          if (add) aliases.set(add.alias, add.index);
          if (remove && aliases.get(remove.alias) === remove.index) aliases.delete(remove.alias);
        }
        return ok({ acknowledged: true });
      case "_alias":
        if (!first.endsWith("*") && !index) return missing(first);
        return ok(
          Object.fromEntries(
            [...indexes.keys()]
              .filter((name) => (index ? name === toIndex(first) : name.startsWith(first.replace("*", ""))))
              .map((name) => [
                name,
                {
                  aliases: Object.fromEntries(
                    [...aliases].flatMap(([alias, to]) => (to === name ? [[alias, {}]] : [])),
                  ),
                },
              ]),
          ),
        );
      case "_msearch": {
        if (!index) return missing(first);
        const searches = (body as readonly Search[]).filter((_, at) => at % 2 === 1);
        const responses = await Promise.all(
          searches.map(async (search) => toResponse(first, search, await find(index, toQuery(search)))),
        );
        return ok({ took: 1, responses });
      }
    }
    if (method === "PUT" && second === undefined) {
      if (index) return refused(400, "resource_already_exists_exception", `index [${first}] already exists`);
      indexes.set(first, { settings: body as object, documents: new Map() });
      return ok({ acknowledged: true, shards_acknowledged: true, index: first });
    }
    if (!index) return missing(first);
    switch (second) {
      case "_bulk": {
        const lines = body as readonly object[];
        const items = lines.flatMap((line, at) => {
          if (at % 2 === 1) return [];
          const { _id } = (line as { index: { _id: string } }).index;
          index.documents.set(_id, lines[at + 1] as EngineDocument);
          const _shards = { total: 1, successful: 1, failed: 0 };
          const written = { _version: 1, result: "created", _shards, _seq_no: at, _primary_term: 1 };
          return [{ index: { _index: first, _id, status: 201, ...written } }];
        });
        return ok({ took: 1, errors: false, items });
      }
      case "_refresh":
        return ok({ _shards: shards });
      case "_count":
        return ok({ count: index.documents.size, _shards: shards });
      default:
        indexes.delete(first);
        return ok({ acknowledged: true });
    }
  };
}

interface Action {
  readonly add?: { readonly index: string; readonly alias: string };
  readonly remove?: { readonly index: string; readonly alias: string };
}

function toQuery({ query: { bool }, sort, size }: Search) {
  const filters = bool.filter.flatMap(({ terms }) => Object.entries(terms));
  return {
    words: bool.must[0].match.all.query,
    selection: new Map(filters.map(([field, values]) => [field.replace(/\.value$/, ""), new Set(values)])),
    sort: "day" in (sort[0] ?? {}) ? ("date" as const) : ("relevance" as const),
    size,
  };
}

function toResponse(_index: string, { aggregations, highlight }: Search, { total, hits, facets }: Found) {
  const facetOf = (field: string) => facetNames.find((name) => field === name || field === `${name}.value`) ?? "";
  return {
    took: 1,
    timed_out: false,
    _shards: shards,
    hits: {
      total: { value: total, relation: "eq" },
      max_score: null,
      hits: hits.map(({ document, hit }, at) => ({
        _index,
        _id: document.id,
        _score: 1 / (at + 1),
        _source: document,
        highlight: Object.fromEntries(marksOf(hit, highlight.pre_tags[0], highlight.post_tags[0])),
        sort: [1 / (at + 1), document.priority],
      })),
    },
    aggregations: Object.fromEntries(
      Object.entries(aggregations).map(([name, { terms }]) => [
        name,
        {
          doc_count_error_upper_bound: 0,
          sum_other_doc_count: 0,
          buckets: (facets.get(facetOf(terms.field)) ?? [])
            .filter(([, count]) => count > 0)
            .map(([key, doc_count]) => ({ key, doc_count })),
        },
      ]),
    ),
    status: 200,
  };
}
