import assert from "node:assert/strict";
import { describe, type TestContext, test } from "node:test";
import { KEY, type LoopbackEngine, startEngine } from "../../../tests/engines/loopback-engine.ts";
import { type EngineName, engineNames } from "../../config/search-engine.ts";
import { toKeyHeader } from "../engines/key-header.ts";
import { makeRecords, record } from "../testing.ts";
import { EngineError } from "./engine-connection.ts";
import { type ExportSource, exportFormats } from "./export-format.ts";
import { createTarget } from "./export-targets.ts";
import { toDocument } from "./to-document.ts";
import { upload } from "./upload.ts";

const synonyms: ExportSource["synonyms"] = [
  ["ehr", ["electronic health record", "emr"]],
  ["emr", ["ehr"]],
];
const records = makeRecords(300);
const first: ExportSource = { records, synonyms };
/** One story was deleted, another is new. */
const second: ExportSource = {
  records: [...records.slice(0, -1), record("A new story", { date: "2026-11" })],
  synonyms,
};
const limits = { maxItems: 40, maxSize: 1_000_000 };

async function start(t: TestContext, name: EngineName): Promise<LoopbackEngine> {
  const engine = await startEngine(name);
  t.after(() => engine.close());
  return engine;
}

function run(name: EngineName, engine: LoopbackEngine, source: ExportSource, key = KEY) {
  const settings = { address: new URL(engine.origin), key, wait: async () => {} };
  const target = createTarget(name, settings, source.synonyms, "curalog");
  return upload({ source, format: exportFormats[name], name: "curalog", target, limits });
}

/** The documents that a search reaches. */
function searched(name: EngineName, { indexes, aliases }: LoopbackEngine) {
  const index = indexes.get(name === "meilisearch" ? "curalog" : (aliases.get("curalog") ?? ""));
  return [...(index?.documents.values() ?? [])].map(({ href }) => href);
}

const hrefs = (source: ExportSource) => [...source.records].map(({ href }) => href);

for (const name of engineNames) {
  describe(name, () => {
    test("takes all documents and then the next export, in which deleted ones are not", async (t) => {
      const engine = await start(t, name);
      const report = await run(name, engine, first);
      assert.equal(report.sent, records.length);
      assert.deepEqual(searched(name, engine), hrefs(first));

      const next = await run(name, engine, second);
      assert.equal(next.documents, records.length);
      assert.deepEqual(searched(name, engine), hrefs(second));
      const rest = name === "meilisearch" ? ["curalog"] : [next.index];
      assert.deepEqual([...engine.indexes.keys()], rest, "the old index is gone");
      assert.deepEqual([...engine.synonyms.keys()], name === "typesense" ? [next.index] : []);
      assert.deepEqual(engine.violations, []);
    });

    test("is not sent what it has", async (t) => {
      const engine = await start(t, name);
      await run(name, engine, first);
      assert.equal((await run(name, engine, first)).sent, 0);
      assert.deepEqual(searched(name, engine), hrefs(first));
      assert.deepEqual(engine.violations, []);
    });

    test("searches what was there until all is there; a run that was interrupted is continued", async (t) => {
      const engine = await start(t, name);
      await run(name, engine, first);
      let batches = 0;
      engine.intercept = ({ path, method }) => {
        if (method !== "POST" || !/_bulk$|documents/.test(path)) return undefined;
        batches += 1;
        return batches > 3 ? { status: 400, body: { message: "the disk is full" } } : undefined;
      };
      await assert.rejects(run(name, engine, second), /the disk is full/);
      assert.deepEqual(searched(name, engine), hrefs(first));
      engine.intercept = () => undefined;
      const report = await run(name, engine, second);
      assert.equal(report.sent, records.length - 3 * limits.maxItems);
      assert.deepEqual(searched(name, engine), hrefs(second));
      assert.deepEqual(engine.violations, []);
    });

    test("is asked again when it is busy", async (t) => {
      const engine = await start(t, name);
      let failures = 2;
      engine.intercept = () => {
        failures -= 1;
        return failures >= 0 ? { status: 503, body: { message: "busy" } } : undefined;
      };
      await run(name, engine, first);
      assert.deepEqual(searched(name, engine), hrefs(first));
    });

    test("gets a request again whose answer was lost, but no second swap: the next run looks", async (t) => {
      const engine = await start(t, name);
      await run(name, engine, first);
      const lost = new Set<string>();
      engine.intercept = ({ method, path }) => {
        const request = `${method} ${path}`;
        if (method === "GET" || lost.has(request)) return undefined;
        lost.add(request);
        return "lose";
      };
      const swaps = name === "meilisearch";
      if (swaps)
        await assert.rejects(run(name, engine, second), /is not known. Run the export again, which looks. .*swap/);
      const { index, removed } = await run(name, engine, second);
      assert.ok(lost.size >= 5);
      assert.deepEqual(searched(name, engine), hrefs(second));
      assert.deepEqual([...engine.indexes.keys()], [swaps ? "curalog" : index]);
      assert.equal(removed.length, 1);
      assert.equal((await run(name, engine, second)).sent, 0);
      assert.deepEqual(engine.violations, []);
    });

    test("that is none is told", async (t) => {
      const engine = await start(t, name);
      const bodies = ["<!doctype html>", "null", "[]", "{}", "[7]", '{"curalog": null, "results": [null]}'];
      for (const body of bodies) {
        // To one kind of request alone, so that others get further.
        for (const method of ["GET", "POST", "PUT", "PATCH"]) {
          engine.intercept = (request) => (request.method === method ? { status: 200, body } : undefined);
          await run(name, engine, first).catch((error: unknown) => {
            assert.ok(
              error instanceof EngineError,
              `${method} ${body}: ${error instanceof Error ? error.stack : error}`,
            );
          });
        }
      }
      engine.intercept = () => ({ status: 200, body: "<!doctype html>" });
      await assert.rejects(run(name, engine, first), /does not speak as this engine does/);
    });

    test("that refuses the key is told without it, even where it repeats it", async (t) => {
      const engine = await start(t, name);
      const key = "wrong:key-that:nobody-may-see";
      const sent = toKeyHeader(name, key).value;
      engine.intercept = () => ({
        status: 403,
        body: { message: `no rights: ${sent}, ${key}, key-that:nobody-may-see` },
      });
      await assert.rejects(run(name, engine, first, key), (error) => {
        assert.ok(error instanceof EngineError);
        assert.match(error.message, /refuses the key in CURALOG_SEARCH_KEY: .*no rights: (?:Basic |Bearer )?\*\*\*, /);
        for (const secret of ["key-that", "nobody-may-see", btoa(key)]) assert.ok(!`${error.stack}`.includes(secret));
        return true;
      });
    });
  });
}

test("a task is not waited for without an end", async (t) => {
  const engine = await start(t, "meilisearch");
  engine.intercept = ({ path }) =>
    path.startsWith("/tasks/") ? { status: 200, body: { status: "processing" } } : undefined;
  await assert.rejects(
    run("meilisearch", engine, first),
    /the task 0 is not done after 30 minutes. Run the export again/,
  );
  engine.intercept = () => undefined;
  await run("meilisearch", engine, first);
  assert.deepEqual(searched("meilisearch", engine), hrefs(first));
});

test("what no export made keeps the name that it has", async (t) => {
  const opensearch = await start(t, "opensearch");
  opensearch.indexes.set("products", { settings: {}, documents: new Map() });
  opensearch.aliases.set("curalog", "products");
  await assert.rejects(run("opensearch", opensearch, first), /leads to the index 'products', which no export made/);
  assert.deepEqual([...opensearch.aliases, opensearch.indexes.size], [["curalog", "products"], 1]);

  const typesense = await start(t, "typesense");
  typesense.aliases.set("curalog", "products");
  await assert.rejects(run("typesense", typesense, first), /leads to the collection 'products', which no export made/);
  assert.equal(typesense.aliases.get("curalog"), "products");

  const meilisearch = await start(t, "meilisearch");
  const documents = new Map([["1", toDocument(record("Of another"))]]);
  meilisearch.indexes.set("curalog", { settings: { displayedAttributes: ["revision_date"] }, documents });
  await assert.rejects(
    run("meilisearch", meilisearch, first),
    /index 'curalog' with documents, which no export made, .* with --name/,
  );
  assert.deepEqual([...meilisearch.indexes.keys()], ["curalog"]);
  documents.clear();
  await run("meilisearch", meilisearch, first);
  assert.deepEqual(searched("meilisearch", meilisearch), hrefs(first), "an empty one is nobody's");
  assert.deepEqual([...opensearch.violations, ...typesense.violations, ...meilisearch.violations], []);
});

test("nothing is removed where searches do not reach the new index", async (t) => {
  const engine = await start(t, "typesense");
  await run("typesense", engine, first);
  engine.intercept = ({ method, path }) =>
    method === "PUT" && path.startsWith("/aliases") ? { status: 200, body: {} } : undefined;
  await assert.rejects(run("typesense", engine, second), /do not reach the index 'curalog-.*nothing is removed/);
  assert.deepEqual(searched("typesense", engine), hrefs(first));
  assert.equal(engine.indexes.size, 2);
});

test("nothing is published when documents are missing, or when there are none", async (t) => {
  const engine = await start(t, "typesense");
  const twice = { records: [record("One"), record("One")], synonyms };
  await assert.rejects(run("typesense", engine, twice), /has 1 document of 2, so searches stay where they are/);
  await assert.rejects(run("typesense", engine, { records: [], synonyms }), /nothing to export/);
  assert.deepEqual(engine.aliases, new Map());
});
