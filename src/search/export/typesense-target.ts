/** Typesense: a collection for each export with a set of synonyms of its own, and an alias that leads to one of them. */
import { z } from "zod";
import type { SearchRecords } from "../index/search-record.ts";
import { type Connection, jsonBody } from "./engine-connection.ts";
import { describeForeign, isOwnIndex, MAX_REFUSED } from "./export-format.ts";
import { buildTypesenseCollection, buildTypesenseSynonyms } from "./typesense-collection.ts";
import type { ExportTarget } from "./upload.ts";

export function createTypesenseTarget(
  { request, read, toError }: Connection,
  synonyms: SearchRecords["synonyms"],
  alias: string,
): ExportTarget {
  const findCount = async (collection: string): Promise<number | undefined> => {
    const { status, text } = await request({ method: "GET", path: `collections/${collection}`, expected: [404] });
    if (status === 404) return undefined;
    return read(CollectionSchema, text).num_documents;
  };
  const listNames = async (path: string): Promise<readonly string[]> => {
    const { text } = await request({ method: "GET", path });
    return read(ListSchema, text).map(({ name }) => name);
  };
  return {
    async findLive() {
      const { status, text } = await request({ method: "GET", path: `aliases/${alias}`, expected: [404] });
      if (status === 404) return undefined;
      const { collection_name: live } = read(AliasSchema, text);
      if (!isOwnIndex(live, alias))
        throw toError(describeForeign(`The alias '${alias}' leads to the collection '${live}'`));
      return live;
    },
    count: async (collection) => (await findCount(collection)) ?? 0,
    async prepare(collection) {
      const there = await findCount(collection);
      if (there !== undefined) return there;
      const sets = `synonym_sets/${collection}`;
      await request({ method: "PUT", path: sets, body: jsonBody(buildTypesenseSynonyms(synonyms)) });
      const body = jsonBody(buildTypesenseCollection(collection));
      // It exists already where an earlier request was carried out and its answer lost.
      await request({ method: "POST", path: "collections", body, expected: [409] });
      return 0;
    },
    async add(collection, batch) {
      const path = `collections/${collection}/documents/import?action=upsert`;
      const body = { type: "application/octet-stream", text: batch.text };
      const { text } = await request({ method: "POST", path, body });
      const results = text.split("\n").map((line) => read(ImportedSchema, line));
      const refused = results.filter(({ success }) => !success);
      if (refused.length === 0) return;
      const told = refused.slice(0, MAX_REFUSED).map(({ error = "" }) => error);
      throw toError(`The collection '${collection}' refuses ${refused.length} documents: ${told.join("; ")}`);
    },
    async publish(collection) {
      await request({ method: "PUT", path: `aliases/${alias}`, body: jsonBody({ collection_name: collection }) });
    },
    async removeOthers(live) {
      const isOther = (name: string) => isOwnIndex(name, alias) && name !== live;
      const others = (await listNames("collections?exclude_fields=fields")).filter(isOther);
      for (const name of others) await request({ method: "DELETE", path: `collections/${name}`, expected: [404] });
      for (const name of (await listNames("synonym_sets")).filter(isOther))
        await request({ method: "DELETE", path: `synonym_sets/${name}`, expected: [404] });
      return others;
    },
  };
}

const CollectionSchema = z.object({ num_documents: z.int() });
const ListSchema = z.array(z.object({ name: z.string() }));
const AliasSchema = z.object({ collection_name: z.string() });
const ImportedSchema = z.object({ success: z.boolean(), error: z.string().optional() });
