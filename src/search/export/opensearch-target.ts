/** OpenSearch: an index for each export, and an alias that leads to one of them. */
import { z } from "zod";
import type { SearchRecords } from "../index/search-record.ts";
import { type Connection, jsonBody } from "./engine-connection.ts";
import { describeForeign, isOwnIndex, MAX_REFUSED } from "./export-format.ts";
import { buildOpenSearchIndex } from "./opensearch-index.ts";
import type { ExportTarget } from "./upload.ts";

export function createOpenSearchTarget(
  { request, read, toError }: Connection,
  synonyms: SearchRecords["synonyms"],
  alias: string,
): ExportTarget {
  /** The indexes that a pattern or an alias stands for. */
  const listIndexes = async (name: string): Promise<readonly string[]> => {
    const { status, text } = await request({ method: "GET", path: `${name}/_alias`, expected: [404] });
    return status === 404 ? [] : Object.keys(read(AliasesSchema, text));
  };
  const isOwn = (index: string) => isOwnIndex(index, alias);
  const listOwn = async () => (await listIndexes(`${alias}-*`)).filter(isOwn);
  /** What searches reach. */
  const listLive = async () => {
    const live = await listIndexes(alias);
    const foreign = live.find((index) => !isOwn(index));
    if (foreign !== undefined) throw toError(describeForeign(`The name '${alias}' leads to the index '${foreign}'`));
    return live;
  };
  const count = async (index: string): Promise<number> => {
    // What was added is counted from the next refresh on.
    await request({ method: "POST", path: `${index}/_refresh` });
    const { text } = await request({ method: "GET", path: `${index}/_count` });
    return read(CountSchema, text).count;
  };
  return {
    findLive: async () => (await listLive())[0],
    count,
    async prepare(index) {
      if ((await listOwn()).includes(index)) return count(index);
      const body = jsonBody(buildOpenSearchIndex(synonyms));
      const { status, text } = await request({ method: "PUT", path: index, body, expected: [400] });
      // It exists already where an earlier request was carried out and its answer lost.
      if (status === 400 && !text.includes("resource_already_exists_exception"))
        throw toError(`PUT ${index} answers 400: ${text}`);
      return 0;
    },
    async add(index, batch) {
      const body = { type: "application/x-ndjson", text: batch.text };
      const { text } = await request({ method: "POST", path: `${index}/_bulk`, body });
      const { errors, items } = read(BulkSchema, text);
      if (!errors) return;
      const refused = items.flatMap(({ index: item }) => (item?.error ? `${item._id}: ${item.error.reason}` : []));
      throw toError(
        `The index '${index}' refuses ${refused.length} documents: ${refused.slice(0, MAX_REFUSED).join("; ")}`,
      );
    },
    async publish(index) {
      // Both at once, so that there is no moment without an index.
      const before = (await listLive()).map((live) => ({ remove: { index: live, alias, must_exist: false } }));
      const actions = [...before, { add: { index, alias } }];
      await request({ method: "POST", path: "_aliases", body: jsonBody({ actions }) });
    },
    async removeOthers(live) {
      const others = (await listOwn()).filter((index) => index !== live);
      for (const index of others) await request({ method: "DELETE", path: index, expected: [404] });
      return others;
    },
  };
}

const AliasesSchema = z.record(z.string(), z.object({ aliases: z.object() }));
const CountSchema = z.object({ count: z.int() });
const BulkSchema = z.object({
  errors: z.boolean(),
  items: z.array(
    z.object({ index: z.object({ _id: z.string(), error: z.object({ reason: z.string() }).optional() }).optional() }),
  ),
});
