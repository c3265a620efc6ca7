/**
 * Meilisearch, which has no aliases: an index for each export, which then changes places with the one that is searched.
 * After that the new index has what was searched before, so an attribute in the settings says which export an index
 * holds.
 */
import { z } from "zod";
import type { SearchRecords } from "../index/search-record.ts";
import { type Connection, type EngineRequest, jsonBody } from "./engine-connection.ts";
import { describeForeign, isOwnIndex } from "./export-format.ts";
import { buildMeilisearchSettings, REVISION } from "./meilisearch-settings.ts";
import type { ExportTarget } from "./upload.ts";

/** Between the first two looks at a task; doubled up to the longest. */
const PAUSE_MS = 250;
const MAX_PAUSE_MS = 4000;
/** A task may wait for those of others. */
const MAX_WAIT_MS = 30 * 60_000;
/** Indexes that are listed at once; more are found by the next run. */
const LISTED = 1000;

export function createMeilisearchTarget(
  { request, read, toError, wait }: Connection,
  synonyms: SearchRecords["synonyms"],
  searched: string,
): ExportTarget {
  /**
   * Changes are carried out one after another, after they are answered. One whose answer was lost is requested again,
   * and then fails with the code that says that it is done.
   */
  const perform = async (change: EngineRequest, done?: string): Promise<void> => {
    const { text } = await request(change);
    const { taskUid } = read(EnqueuedSchema, text);
    for (let [waited, pause] = [0, PAUSE_MS]; waited < MAX_WAIT_MS; pause = Math.min(pause * 2, MAX_PAUSE_MS)) {
      const answer = await request({ method: "GET", path: `tasks/${taskUid}` });
      const task = read(TaskSchema, answer.text);
      if (task.status === "succeeded" || (task.status === "failed" && done && task.error?.code === done)) return;
      if (task.status === "failed" || task.status === "canceled")
        throw toError(`${change.method} ${change.path}: the task ${task.status}: ${task.error?.message ?? ""}`);
      await wait(pause);
      waited += pause;
    }
    throw toError(
      `${change.method} ${change.path}: the task ${taskUid} is not done after ${MAX_WAIT_MS / 60_000} minutes. Run the export again later, which goes on from there.`,
    );
  };
  const hasIndex = async (index: string): Promise<boolean> =>
    (await request({ method: "GET", path: `indexes/${index}`, expected: [404] })).status !== 404;
  const create = (index: string) =>
    perform(
      { method: "POST", path: "indexes", body: jsonBody({ uid: index, primaryKey: "id" }) },
      "index_already_exists",
    );
  const remove = (index: string) => perform({ method: "DELETE", path: `indexes/${index}` }, "index_not_found");
  const count = async (index: string): Promise<number> => {
    const { text } = await request({ method: "GET", path: `indexes/${index}/stats` });
    return read(StatsSchema, text).numberOfDocuments;
  };
  /** The export that an index is of. */
  const findRevision = async (index: string): Promise<string | undefined> => {
    if (!(await hasIndex(index))) return undefined;
    const { text } = await request({ method: "GET", path: `indexes/${index}/settings` });
    const signs = read(SettingsSchema, text).displayedAttributes.filter((name) => name.startsWith(REVISION));
    return signs.map((sign) => sign.slice(REVISION.length)).find((revision) => isOwnIndex(revision, searched));
  };
  return {
    count,
    async findLive() {
      const live = await findRevision(searched);
      if (live === undefined && (await hasIndex(searched)) && (await count(searched)) > 0)
        throw toError(describeForeign(`There is an index '${searched}' with documents`));
      return live;
    },
    async prepare(index) {
      const revision = await findRevision(index);
      // Left by a run that ended after its swap: what was searched before.
      if (revision !== undefined && revision !== index) await remove(index);
      if (!(await hasIndex(index))) await create(index);
      // Also for an index that exists: a run may have ended between making it and this.
      const settings = buildMeilisearchSettings(synonyms, index);
      await perform({ method: "PATCH", path: `indexes/${index}/settings`, body: jsonBody(settings) });
      return count(index);
    },
    async add(index, batch) {
      const body = { type: "application/x-ndjson", text: batch.text };
      await perform({ method: "POST", path: `indexes/${index}/documents`, body });
    },
    async publish(index) {
      if (!(await hasIndex(searched))) await create(searched);
      const body = jsonBody([{ indexes: [searched, index] }]);
      // A second swap would bring back what was searched before.
      await perform({ method: "POST", path: "swap-indexes", body, isOnce: true });
    },
    async removeOthers() {
      const { text } = await request({ method: "GET", path: `indexes?limit=${LISTED}` });
      const others = read(IndexesSchema, text)
        .results.map(({ uid }) => uid)
        .filter((uid) => isOwnIndex(uid, searched));
      for (const index of others) await remove(index);
      return others;
    },
  };
}

const EnqueuedSchema = z.object({ taskUid: z.int() });
const TaskSchema = z.object({
  status: z.enum(["enqueued", "processing", "succeeded", "failed", "canceled"]),
  error: z.object({ message: z.string(), code: z.string() }).nullish(),
});
const StatsSchema = z.object({ numberOfDocuments: z.int() });
const SettingsSchema = z.object({ displayedAttributes: z.array(z.string()) });
const IndexesSchema = z.object({ results: z.array(z.object({ uid: z.string() })) });
