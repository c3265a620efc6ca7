/** Typesense, as far as the export and the adapter use it. */
import type { EngineDocument } from "../../src/search/engines/document.ts";
import { type Found, find, marksOf } from "./find.ts";
import { type EngineAnswer, type LoopbackIndex, type Protocol, type State, toValues } from "./loopback-protocol.ts";

interface Search {
  readonly collection: string;
  readonly q: string;
  readonly filter_by?: string;
  readonly sort_by: string;
  readonly facet_by?: string;
  readonly per_page: number;
  readonly highlight_start_tag: string;
  readonly highlight_end_tag: string;
}

const ok = (body: unknown, status = 200): EngineAnswer => ({ status, body });
const missing = ok({ message: "Not Found" }, 404);

export function createTypesense({ indexes, aliases, synonyms }: State): Protocol {
  const toCollection = ({ settings, documents }: LoopbackIndex) => ({
    ...settings,
    num_documents: documents.size,
    created_at: 1_790_000_000,
  });
  return async ({ method, path, query, body }) => {
    const [, kind = "", name = "", ...rest] = path.split("/");
    if (kind === "multi_search") {
      const { searches } = body as { searches: readonly Search[] };
      const results = searches.map(async (search) => {
        const index = indexes.get(aliases.get(search.collection) ?? search.collection);
        return index ? toResult(search, await find(index, toQuery(search))) : { code: 404, error: "Not found." };
      });
      return ok({ results: await Promise.all(results) });
    }
    if (kind === "aliases") {
      if (method === "PUT") aliases.set(name, (body as { collection_name: string }).collection_name);
      const collection_name = aliases.get(name);
      return collection_name === undefined ? missing : ok({ name, collection_name });
    }
    if (kind === "synonym_sets") {
      if (name === "") return ok([...synonyms].map(([set, value]) => ({ name: set, ...(value as object) })));
      if (method === "PUT") {
        synonyms.set(name, body);
        return ok({ name, ...(body as object) });
      }
      return synonyms.delete(name) ? ok({ name }) : missing;
    }
    if (name === "") {
      if (method === "GET") return ok([...indexes.values()].map((one) => withoutFields(toCollection(one), query)));
      const settings = body as { name: string };
      if (indexes.has(settings.name)) return ok({ message: "A collection of that name already exists." }, 409);
      const index: LoopbackIndex = { settings, documents: new Map() };
      indexes.set(settings.name, index);
      return ok(toCollection(index), 201);
    }
    const index = indexes.get(name);
    if (!index) return missing;
    if (rest.length > 0) {
      const documents = toValues(String(body)) as EngineDocument[];
      for (const document of documents) index.documents.set(document.id, document);
      return ok(documents.map(() => '{"success":true}').join("\n"));
    }
    if (method === "DELETE") indexes.delete(name);
    return ok(toCollection(index));
  };
}

/** The description requires the fields even of an answer that was asked to leave them out. */
function withoutFields(collection: object, query: URLSearchParams): object {
  return query.get("exclude_fields") === "fields" ? { ...collection, fields: [] } : collection;
}

function toQuery({ q, filter_by, sort_by, per_page }: Search) {
  const filters = filter_by?.split(" && ") ?? [];
  return {
    words: q,
    selection: new Map(
      filters.map((filter) => {
        const [facet = "", list = ""] = filter.split(":=");
        return [facet, new Set([...list.matchAll(/`([^`]*)`/g)].map(([, value = ""]) => value))];
      }),
    ),
    sort: sort_by.startsWith("day") ? ("date" as const) : ("relevance" as const),
    size: per_page,
  };
}

function toResult(search: Search, { total, hits, facets }: Found) {
  const { collection, q, per_page, facet_by } = search;
  return {
    found: total,
    out_of: total,
    page: 1,
    search_time_ms: 1,
    search_cutoff: false,
    request_params: { collection_name: collection, q, per_page },
    hits: hits.map(({ document, hit }) => {
      const marks = [...marksOf(hit, search.highlight_start_tag, search.highlight_end_tag)];
      return {
        document,
        highlight: {},
        highlights: marks.map(([field, [value = ""]]) => {
          const matched = { matched_tokens: [] };
          return Array.isArray(document[field as keyof EngineDocument])
            ? { field, indices: [0], values: [value], snippets: [value], ...matched }
            : { field, value, snippet: value, ...matched };
        }),
        text_match: 1,
      };
    }),
    facet_counts: (facet_by?.split(",") ?? []).map((field_name) => ({
      field_name,
      sampled: false,
      stats: {},
      counts: (facets.get(field_name) ?? [])
        .filter(([, count]) => count > 0)
        .map(([value, count]) => ({ value, count, highlighted: value })),
    })),
  };
}
