/** What is exported, and what the adapters ask, is what each engine's own client sends and reads too. */
import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { Client as OpenSearch } from "@opensearch-project/opensearch";
import { Meilisearch } from "meilisearch";
import { Client as Typesense } from "typesense";
import { KEY, startEngine } from "../../../tests/engines/loopback-engine.ts";
import type { EngineName } from "../../config/search-engine.ts";
import { meilisearch } from "../engines/meilisearch.ts";
import { openSearch } from "../engines/opensearch.ts";
import type { EngineQuery, EngineResult } from "../engines/protocol.ts";
import { typesense } from "../engines/typesense.ts";
import { makeRecords, record } from "../testing.ts";
import { exportFormats, toBatches } from "./export-format.ts";
import { buildMeilisearchSettings } from "./meilisearch-settings.ts";
import { buildOpenSearchIndex } from "./opensearch-index.ts";
import { buildTypesenseCollection, buildTypesenseSynonyms } from "./typesense-collection.ts";

const synonyms = [["ehr", ["emr", "electronic health record"]]] as const;
const wanted = record("Zebra of interoperability", { date: "2026-11-30", fields: { topic: ["HL7: Zebras"] } });
const records = [...makeRecords(60), wanted];
const query: EngineQuery = {
  words: "zebra",
  isRelaxed: false,
  selection: new Map([["topic", new Set(["HL7: Zebras"])]]),
  sort: "relevance",
  size: 5,
  facets: ["kind", "topic"],
};

async function start(t: TestContext, name: EngineName) {
  const engine = await startEngine(name);
  t.after(async () => {
    await engine.close();
    assert.deepEqual(engine.violations, []);
  });
  return engine;
}

function assertFound([result]: readonly EngineResult[]) {
  assert.equal(result?.total, 1);
  assert.equal(result?.hits[0]?.document.href, wanted.href);
  assert.match(result?.hits[0]?.marked.get("title")?.[0] ?? "", /^\uE000Zebra\uE001 of/);
  assert.deepEqual(result?.facets.get("topic"), [["HL7: Zebras", 1]]);
}

test("@opensearch-project/opensearch", async (t) => {
  const { origin } = await start(t, "opensearch");
  const [username = "", password = ""] = KEY.split(":");
  const client = new OpenSearch({ node: origin, auth: { username, password } });
  await client.indices.create({ index: "new", body: buildOpenSearchIndex(synonyms) });
  for (const { text } of toBatches(records, exportFormats.opensearch)) {
    const { body } = await client.bulk({ index: "new", body: parseLines(text), refresh: true });
    assert.equal(body.errors, false);
  }
  await client.indices.updateAliases({ body: { actions: [{ add: { index: "new", alias: "curalog" } }] } });
  assert.equal((await client.count({ index: "new" })).body.count, records.length);
  const { body } = await client.msearch({ index: "curalog", body: parseLines(openSearch.toBody([query], "curalog")) });
  assertFound(openSearch.toResults(JSON.stringify(body)));
  await client.close();
});

test("typesense", async (t) => {
  const { origin } = await start(t, "typesense");
  const { hostname, port } = new URL(origin);
  const client = new Typesense({ nodes: [{ host: hostname, port: Number(port), protocol: "http" }], apiKey: KEY });
  await client.synonymSets("new").upsert(buildTypesenseSynonyms(synonyms));
  await client.collections().create(buildTypesenseCollection("new"));
  for (const { text } of toBatches(records, exportFormats.typesense))
    await client.collections("new").documents().import(text, { action: "upsert" });
  await client.aliases().upsert("curalog", { collection_name: "new" });
  assert.equal((await client.collections("new").retrieve()).num_documents, records.length);
  const answer = await client.multiSearch.perform(JSON.parse(typesense.toBody([query], "curalog")));
  assertFound(typesense.toResults(JSON.stringify(answer)));
});

test("meilisearch", async (t) => {
  const { origin } = await start(t, "meilisearch");
  const client = new Meilisearch({ host: origin, apiKey: KEY });
  await client.createIndex("new", { primaryKey: "id" }).waitTask();
  await client.createIndex("curalog", { primaryKey: "id" }).waitTask();
  await client.index("new").updateSettings(buildMeilisearchSettings(synonyms, "new")).waitTask();
  for (const { text } of toBatches(records, exportFormats.meilisearch))
    await client.index("new").addDocumentsFromString(text, "application/x-ndjson").waitTask();
  await client.swapIndexes([{ indexes: ["curalog", "new"], rename: false }]).waitTask();
  assert.equal((await client.index("curalog").getStats()).numberOfDocuments, records.length);
  const answer = await client.multiSearch(JSON.parse(meilisearch.toBody([query], "curalog")));
  assertFound(meilisearch.toResults(JSON.stringify(answer)));
});

function parseLines(text: string) {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}
