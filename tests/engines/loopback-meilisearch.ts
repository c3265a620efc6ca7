/** Meilisearch, as far as the export and the adapter use it. A task is done, after those before it, when it is asked for the second time. */
import type { EngineDocument } from "../../src/search/engines/document.ts";
import { type Found, find, marksOf } from "./find.ts";
import type { EngineAnswer, LoopbackIndex, Protocol, State } from "./loopback-protocol.ts";

interface Search {
  readonly indexUid: string;
  readonly q: string;
  readonly filter: readonly (readonly string[])[];
  readonly sort?: readonly string[];
  readonly facets: readonly string[];
  readonly hitsPerPage: number;
  readonly highlightPreTag: string;
  readonly highlightPostTag: string;
}

interface Task {
  readonly type: string;
  /** Why it cannot be done, as a code. */
  readonly run: () => string | undefined;
  readonly indexUid: string | null;
  looks: number;
  /** Absent until it is done. */
  outcome?: { readonly code: string | undefined };
}

const TIME = "2026-11-30T12:00:00Z";
const ok = (body: unknown, status = 200): EngineAnswer => ({ status, body });
const missing = (uid: string): EngineAnswer =>
  ok({ message: `Index \`${uid}\` not found.`, code: "index_not_found", type: "invalid_request", link: "" }, 404);

export function createMeilisearch({ indexes }: State): Protocol {
  const tasks: Task[] = [];
  const enqueue = (type: string, indexUid: string | null, run: Task["run"]): EngineAnswer => {
    const taskUid = tasks.push({ type, run, indexUid, looks: 0 }) - 1;
    return ok({ taskUid, indexUid, status: "enqueued", type, enqueuedAt: TIME }, 202);
  };
  /** Enqueues a change of an index that must be there when its turn comes. */
  const enqueueChange = (type: string, uid: string, change: (index: LoopbackIndex) => void) =>
    enqueue(type, uid, () => {
      const index = indexes.get(uid);
      if (!index) return "index_not_found";
      change(index);
      return undefined;
    });
  const toView = (uid: string) => ({ uid, createdAt: TIME, updatedAt: TIME, primaryKey: "id" });
  return async ({ method, path, body }) => {
    const [, first = "", uid = "", part] = path.split("/");
    if (first === "multi-search") return search(body as { queries: readonly Search[] });
    if (first === "tasks") {
      const task = tasks[Number(uid)];
      if (!task) return missing(uid);
      task.looks += 1;
      if (task.looks === 2) for (const due of tasks.slice(0, Number(uid) + 1)) due.outcome ??= { code: due.run() };
      const { type, indexUid, outcome } = task;
      const done = outcome?.code === undefined ? "succeeded" : "failed";
      const status = outcome ? done : "processing";
      return ok({
        uid: Number(uid),
        batchUid: null,
        indexUid,
        status,
        type,
        canceledBy: null,
        error:
          outcome?.code === undefined
            ? null
            : { message: outcome.code, code: outcome.code, type: "invalid_request", link: "" },
        enqueuedAt: TIME,
      });
    }
    if (first === "swap-indexes") {
      const [pair] = body as readonly { readonly indexes: readonly [string, string] }[];
      const [a, b] = pair?.indexes ?? ["", ""];
      return enqueue("indexSwap", null, () => {
        const [one, other] = [indexes.get(a), indexes.get(b)];
        if (!one || !other) return "index_not_found";
        indexes.set(a, other).set(b, one);
        return undefined;
      });
    }
    if (uid === "") {
      const results = [...indexes.keys()].map(toView);
      if (method === "GET") return ok({ results, offset: 0, limit: 1000, total: results.length });
      const created = (body as { uid: string }).uid;
      return enqueue("indexCreation", created, () => {
        if (indexes.has(created)) return "index_already_exists";
        indexes.set(created, { settings: {}, documents: new Map() });
        return undefined;
      });
    }
    const index = indexes.get(uid);
    if (!index) return missing(uid);
    if (part === "documents")
      return enqueueChange("documentAdditionOrUpdate", uid, ({ documents }) => {
        for (const document of body as EngineDocument[]) documents.set(document.id, document);
      });
    if (part === "settings" && method === "PATCH")
      return enqueueChange("settingsUpdate", uid, (changed) => {
        changed.settings = body as object;
      });
    if (part === "settings") return ok({ displayedAttributes: ["*"], ...index.settings });
    if (part === "stats") {
      const sizes = { rawDocumentDbSize: 0, avgDocumentSize: 0, fieldDistribution: {} };
      return ok({ numberOfDocuments: index.documents.size, isIndexing: false, ...sizes });
    }
    if (method === "DELETE") return enqueueChange("indexDeletion", uid, () => indexes.delete(uid));
    return ok(toView(uid));
  };

  async function search({ queries }: { readonly queries: readonly Search[] }): Promise<EngineAnswer> {
    const results = [];
    for (const query of queries) {
      const index = indexes.get(query.indexUid);
      if (!index) return missing(query.indexUid);
      results.push(toResult(query, await find(index, toQuery(query))));
    }
    return ok({ results });
  }
}

function toQuery({ q, filter, sort, hitsPerPage }: Search) {
  const values = filter.map((alternatives) => {
    const parsed = alternatives.map((one) => /^(\w+) = (".*")$/s.exec(one) ?? []);
    return [parsed[0]?.[1] ?? "", new Set(parsed.map(([, , value = '""']) => String(JSON.parse(value))))] as const;
  });
  return {
    words: q,
    selection: new Map(values),
    sort: sort ? ("date" as const) : ("relevance" as const),
    size: hitsPerPage,
  };
}

function toResult({ indexUid, q, facets, hitsPerPage, ...tags }: Search, found: Found) {
  return {
    indexUid,
    query: q,
    processingTimeMs: 1,
    hits: found.hits.map(({ document, hit }) => {
      const marks = marksOf(hit, tags.highlightPreTag, tags.highlightPostTag);
      const { day, priority, ...displayed } = document;
      return { ...displayed, _formatted: { ...displayed, ...Object.fromEntries(formatted(displayed, marks)) } };
    }),
    hitsPerPage,
    page: 1,
    totalPages: 1,
    totalHits: found.total,
    facetDistribution: Object.fromEntries(
      facets.map((facet) => [
        facet,
        Object.fromEntries((found.facets.get(facet) ?? []).filter(([, count]) => count > 0)),
      ]),
    ),
    facetStats: {},
  };
}

/** All values of a list, those that match with marks. */
function formatted(document: Partial<EngineDocument>, marks: ReadonlyMap<string, readonly string[]>) {
  return [...marks].map(([name, [marked = ""]]) => {
    const values: unknown = document[name as keyof EngineDocument];
    if (!Array.isArray(values)) return [name, marked];
    const plain = marked.replaceAll(/[\uE000\uE001]/g, "");
    return [name, values.map((value) => (value === plain ? marked : value))];
  });
}
