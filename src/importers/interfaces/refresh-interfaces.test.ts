import assert from "node:assert/strict";
import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { rateLimits } from "../../http/rate-limits.ts";
import { serve } from "../../http/testing.ts";
import { formatRefreshReport, isComplete, type RefreshOptions, refreshInterfaces } from "./refresh-interfaces.ts";
import { createContent, statement } from "./testing.ts";

/** A record of `first` at each of these paths of a server, read on 24 July 2026, and a function that reads them again. */
async function createRecords(t: TestContext, names: readonly string[], first: unknown = statement()) {
  const { root, run } = await createContent(t);
  /** What the server answers by path: a status, a text, or a document. */
  const answers = new Map<string, unknown>(names.map((name) => [`/${name}/metadata`, first]));
  const { origin, requests } = await serve(t, ({ url = "" }, response) => {
    const answer = answers.get(url);
    if (typeof answer === "number") response.writeHead(answer, { "retry-after": "3600" }).end();
    else response.end(typeof answer === "string" ? answer : JSON.stringify(answer));
  });
  const http = { allowsLoopback: true };
  const importByHand = (name: string, seen = "2026-07-24") =>
    run(undefined, { from: `${origin}/${name}/metadata`, source: undefined, name, seen, environment: "sandbox", http });
  for (const name of names) await importByHand(name);
  const refresh = async (changes: Partial<RefreshOptions> = {}) => {
    const before = requests.length;
    const report = await refreshInterfaces({
      contentRoot: root,
      today: "2026-08-01",
      isDryRun: false,
      rateLimits: { ...rateLimits, sleep: async () => {} },
      startProgress: () => ({ step() {}, stop() {} }),
      http,
      ...changes,
    });
    const asked = requests.slice(before).map(({ url }) => url?.split("/")[1]);
    return { report, asked, text: formatRefreshReport(report).replaceAll(origin, "https://fhir.acme.example") };
  };
  const pathOf = (name: string) => join(root, "facts/interfaces/acme-server", `${name}.json`);
  const read = (name: string) => readFile(pathOf(name), "utf8");
  return {
    run,
    importByHand,
    refresh,
    read,
    pathOf,
    answer: (name: string, answer: unknown) => answers.set(`/${name}/metadata`, answer),
  };
}

test("every recorded address is read again, and one that fails leaves its record as it was", async (t) => {
  const { run, refresh, read, answer } = await createRecords(t, ["changed", "same", "gone", "login", "smart", "moved"]);
  await run(statement(), { source: undefined, name: "from-a-file" });
  answer("changed", statement({ software: { name: "Acme Server", version: "5.1" }, format: ["json"] }));
  answer("gone", 404);
  answer("login", "<!doctype html><title>Sign in</title>");
  answer("smart", { token_endpoint: "https://auth.acme.example.com/token" });
  answer("moved", statement({ implementation: { url: "https://fhir.customer.example.com/r4" } }));
  const before = await Promise.all(["gone", "login", "smart", "moved", "from-a-file"].map(read));
  const dry = await refresh({ isDryRun: true });
  assert.match(dry.text, /^facts\/interfaces\/acme-server\/changed\.json: would be 3 changes$/m);
  const { asked, text, report } = await refresh();
  assert.deepEqual(asked, ["changed", "gone", "login", "moved", "same", "smart"]);
  t.assert.snapshot(text.split("\n"));
  assert.equal(report.failed.length, 4);
  assert.deepEqual(await Promise.all(["gone", "login", "smart", "moved", "from-a-file"].map(read)), before);
  const [changed, same] = (await Promise.all(["changed", "same"].map(read))).map((one) => JSON.parse(one));
  assert.deepEqual([changed.seen, same.seen, same.changes], ["2026-08-01", "2026-08-01", []]);
  assert.deepEqual(
    changed.changes.map(({ day, field }: { day: string; field: string }) => `${day} ${field}`),
    ["2026-08-01 software.version", "2026-08-01 software.releaseDate", "2026-08-01 formats"],
  );
  // What was read today is not asked for again, what failed is.
  answer("gone", statement());
  const again = await refresh();
  assert.deepEqual(again.asked, ["gone", "login", "moved", "smart"]);
  assert.match(again.text, /^4 of 6 addresses asked: 0 changed, 1 unchanged, 3 failed\n2 read today already\n/);
});

test("an authorization server that is another than before is left for a person to look at", async (t) => {
  const configuration = { token_endpoint: "https://auth.acme.example.com/token", capabilities: ["launch-ehr"] };
  const { importByHand, refresh, read, answer } = await createRecords(t, ["smart", "same"], configuration);
  answer("smart", { ...configuration, token_endpoint: "https://login.example.org/token" });
  answer("same", { ...configuration, capabilities: [] });
  const { text, report } = await refresh();
  assert.match(text, /^2 of 2 addresses asked: 1 changed, 0 unchanged, 1 failed$/m);
  assert.match(
    text,
    /^ {4}https:\/\/fhir\.acme\.example\/smart\/metadata names the OAuth host login\.example\.org, before auth\.acme\.example\.com\. If this is the same interface, import it by hand: npm run import:interface -- acme-server <address> --name smart$/m,
  );
  assert.equal(report.failed.length, 1);
  await importByHand("smart", "2026-08-01");
  assert.equal(JSON.parse(await read("smart")).oauthHost, "login.example.org");
});

test("what nobody expected fails one record, and the others are still read", async (t) => {
  const { refresh, read, pathOf } = await createRecords(t, ["a", "b", "c"]);
  const { report } = await refresh({
    rateLimits: {
      ...rateLimits,
      // Between two requests, the second file becomes what cannot be read.
      sleep: async () => {
        await rm(pathOf("b"), { recursive: true });
        await mkdir(pathOf("b"));
      },
    },
  });
  assert.deepEqual(
    report.failed.map(({ file, reason }) => [file, /^Error: EISDIR: /.test(reason)]),
    [["facts/interfaces/acme-server/b.json", true]],
  );
  assert.deepEqual([report.left, JSON.parse(await read("c")).seen], [0, "2026-08-01"]);
});

test("a run that was stopped goes on with what was not yet asked", async (t) => {
  const { refresh } = await createRecords(t, ["a", "b", "c"]);
  const stop = new AbortController();
  const stopped = await refresh({
    startProgress: () => ({ step: () => stop.abort(), stop() {} }),
    http: { allowsLoopback: true, signal: stop.signal },
  });
  assert.deepEqual([stopped.asked, stopped.report.left, isComplete(stopped.report)], [["a"], 2, false]);
  const next = await refresh();
  assert.deepEqual([next.asked, next.report.current, next.report.left], [["b", "c"], 1, 0]);
  assert.equal(isComplete(next.report), true);
});

test("a host that is busy is asked again, and left when it wants to be", async (t) => {
  const { refresh, answer } = await createRecords(t, ["a", "b"]);
  answer("a", 503);
  const waits: number[] = [];
  const busy = await refresh({ rateLimits: { ...rateLimits, sleep: async (ms) => void waits.push(ms) } });
  assert.deepEqual([busy.asked, waits, busy.report.failed.length, busy.report.left], [["a"], [], 1, 1]);
  const patient = await refresh({ rateLimits: { ...rateLimits, maxWaitMs: 3_600_000, sleep: async () => {} } });
  assert.deepEqual([patient.asked, patient.report.failed.length], [["a", "a", "a", "b"], 1]);
});
