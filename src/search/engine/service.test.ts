import assert from "node:assert/strict";
import { test } from "node:test";
import { MANIFEST, type MemoryEntry } from "../index/index-files.ts";
import type { SearchRecord } from "../index/search-record.ts";
import { type IndexFiles, writeIndex } from "../index/write-index.ts";
import { fakeHost, type Instead, makeRecords, record } from "../testing.ts";
import type { SearchAnswer, SearchRequest } from "./search-answer.ts";
import { type AskEngine, createService, type FromService } from "./service.ts";

const write = (records: readonly SearchRecord[], limit?: number) => writeIndex({ records, synonyms: [] }, limit);

/** Stories of which each has the word `story`; more than one file of them. */
const stories = (count: number) => Array.from({ length: count }, (_, number) => record(`Story ${number}`));
const small = write(stories(3));
const renewed = write([record("New", { text: "story" }), ...stories(3)]);
const large = write(stories(12_501));
const [older = "", oldest = ""] = (JSON.parse(large.files.get(large.entry) ?? "") as MemoryEntry).older;
const LARGE = { newest: 2501, middle: 7501, all: 12_501 };

/** A service that is opened on a host of these files, some of them answered otherwise. Nothing is searched before `run`. */
function start({ files }: IndexFiles, instead: ReadonlyMap<string, Instead> = new Map(), askEngine?: AskEngine) {
  const host = fakeHost(files);
  for (const [file, answer] of instead) host.instead.set(file, answer);
  const posted: FromService[] = [];
  let tasks: (() => void)[] = [];
  const receive = createService(
    host.load,
    (message) => posted.push(message),
    () => new Promise((resolve) => tasks.push(resolve)),
    async () => askEngine ?? assert.fail("no engine was named"),
  );
  receive({ type: "open", folder: "", ...(askEngine && { engine: "{}" }) });
  let turn = 0;
  const send = (query: string, more: Partial<SearchRequest> = {}) => {
    turn += 1;
    receive({ type: "search", turn, request: { query, ...more } });
    return turn;
  };
  /** What is posted once the messages so far are dealt with, and all files that can be had. */
  const run = async (): Promise<FromService[]> => {
    for (const task of tasks) task();
    tasks = [];
    await new Promise(setImmediate);
    return posted.splice(0);
  };
  /** All that is posted for one search. */
  const ask = async (query: string, more: Partial<SearchRequest> = {}) => {
    send(query, more);
    return run();
  };
  return { host, receive, send, run, ask, retry: () => receive({ type: "retry" }) };
}

const brief = (messages: readonly FromService[]) =>
  messages.map((message) => {
    if (message.type === "answer") return `answer ${message.turn}: ${message.answer.total} ${message.answer.rest}`;
    return message.type === "failure" ? `failure ${message.turn}: ${message.reason}` : message.type;
  });

test("a search is answered under its number", async () => {
  const { host, ask } = start(small);
  const [answer, ...others] = await ask("story");
  assert.ok(answer?.type === "answer" && answer.turn === 1 && answer.answer.query === "story");
  assert.deepEqual(others, []);
  assert.deepEqual(brief(await ask("nothing")), ["answer 2: 0 complete"]);
  assert.deepEqual(host.asked, [MANIFEST, small.entry], "each file is fetched once");
});

test("of several searches in a row only the latest is answered, and the others never searched", async () => {
  const chunked = write(makeRecords(400), 0);
  const [all, alone] = [start(chunked), start(chunked)];
  for (const query of ["fhir", "interoperabilty", "azure"]) all.send(query);
  const messages = await all.run();
  assert.deepEqual(
    messages.map((message) => message.type === "answer" && message.turn),
    [3, false],
  );
  await alone.ask("azure");
  assert.deepEqual(all.host.asked, alone.host.asked, "nothing was fetched for the others");
});

test("a search that is overtaken while its files are on their way is not answered", async () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  const { send, run } = start(small, new Map([[small.entry, promise]]));
  send("story");
  assert.deepEqual(await run(), []);
  send("nothing");
  assert.deepEqual(await run(), []);
  resolve(small.files.get(small.entry) ?? "");
  assert.deepEqual(brief(await run()), ["answer 2: 0 complete"]);
});

test("a search that fails after it was overtaken is not told of", async () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  const { send, run } = start(small, new Map([[small.entry, promise]]));
  send("story");
  assert.deepEqual(await run(), []);
  send("other");
  resolve("unreachable");
  assert.deepEqual(brief(await run()), ["failure 2: unreachable"]);
});

test("what cannot be reached is told, and the next search tries again", async () => {
  for (const file of [MANIFEST, small.entry]) {
    const { host, ask } = start(small, new Map([[file, "unreachable"]]));
    assert.deepEqual(brief(await ask("story")), ["failure 1: unreachable"], file);
    assert.deepEqual(brief(await ask("story")), ["failure 2: unreachable"], file);
    host.instead.clear();
    assert.deepEqual(brief(await ask("story")), ["answer 3: 3 complete"], file);
  }
});

test("an index that is not there, or of another format, is told as missing", async () => {
  for (const [file, instead] of [
    [MANIFEST, "missing"],
    [MANIFEST, "<!doctype html>"],
    [MANIFEST, JSON.stringify({ format: 99, entry: small.entry })],
    [small.entry, "missing"],
    [small.entry, "<!doctype html>"],
  ] as const) {
    const { ask } = start(small, new Map([[file, instead]]));
    assert.deepEqual(brief(await ask("story")), ["failure 1: missing"], `${file}: ${instead}`);
  }
});

test("an error in the code is logged, and not taken for one of the network", async (t) => {
  const logged = t.mock.method(console, "error", () => {});
  const broken = JSON.stringify({ layout: "memory", synonyms: [], newest: {}, older: [] });
  const { ask } = start(small, new Map([[small.entry, broken]]));
  assert.deepEqual(brief(await ask("story")), ["failure 1: broken"]);
  assert.ok(logged.mock.calls[0]?.arguments[0] instanceof TypeError);

  const later = start(large, new Map([[older, "{}"]]));
  await later.ask("story");
  assert.deepEqual(brief(await later.ask("story")), [`answer 2: ${LARGE.newest} broken`]);
});

test("when pieces are missing because the site was renewed, the newest index answers", async () => {
  const { host, ask } = start(write(stories(3), 0));
  await new Promise(setImmediate);
  host.files = renewed.files;
  assert.deepEqual(brief(await ask("story")), ["answer 1: 4 complete"]);
  assert.deepEqual(brief(await ask("new")), ["answer 2: 1 complete"]);
});

test("when pieces are missing and there is no newer index, the search fails as missing", async () => {
  const chunked = write(stories(3), 0);
  const missing = [...chunked.files.keys()].find((file) => file.startsWith("postings")) ?? assert.fail();
  for (const manifest of [undefined, "unreachable", "missing"] as const) {
    const { host, ask } = start(chunked);
    await new Promise(setImmediate);
    host.instead.set(missing, "missing");
    if (manifest) host.instead.set(MANIFEST, manifest);
    assert.deepEqual(brief(await ask("story")), ["failure 1: missing"]);
    host.instead.clear();
    assert.equal(brief(await ask("story"))[0], "answer 2: 3 complete");
  }
});

test("older records that arrive are told, and found from then on", async () => {
  const [second, third] = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
  const { ask, run } = start(
    large,
    new Map([
      [older, second.promise],
      [oldest, third.promise],
    ]),
  );
  assert.deepEqual(brief(await ask("story")), [`answer 1: ${LARGE.newest} loading`]);
  second.resolve(large.files.get(older) ?? "");
  assert.deepEqual(brief(await run()), ["change"]);
  assert.deepEqual(brief(await ask("story")), [`answer 2: ${LARGE.middle} loading`]);
  third.resolve(large.files.get(oldest) ?? "");
  assert.deepEqual(brief(await run()), ["change"]);
  assert.deepEqual(brief(await ask("story")), [`answer 3: ${LARGE.all} complete`]);
});

test("older records that cannot be reached leave the newest, until a retry fetches them", async () => {
  const { host, ask, run, retry } = start(large, new Map([[oldest, "unreachable"]]));
  assert.ok(brief(await ask("story")).includes("change"));
  assert.deepEqual(brief(await ask("story")), [`answer 2: ${LARGE.middle} unreachable`]);
  host.instead.clear();
  retry();
  assert.ok(brief(await run()).every((line) => line === "change"));
  assert.deepEqual(brief(await ask("story")), [`answer 3: ${LARGE.all} complete`]);
});

test("a retry that fails tells so, and what was there is still found", async () => {
  const { host, ask, run, retry } = start(large, new Map([[oldest, "unreachable"]]));
  await ask("story");
  for (const file of [MANIFEST, large.entry]) {
    host.instead.set(file, "unreachable");
    retry();
    assert.deepEqual(brief(await run()), ["change"]);
    const [answer] = brief(await ask("story"));
    assert.match(answer ?? "", new RegExp(`: ${LARGE.middle} unreachable$`), file);
  }
});

test("a retry before anything was fetched fetches it", async () => {
  const { host, ask, run, retry } = start(small, new Map([[MANIFEST, "unreachable"]]));
  assert.deepEqual(brief(await ask("story")), ["failure 1: unreachable"]);
  retry();
  assert.deepEqual(brief(await run()), ["change"]);
  assert.deepEqual(brief(await ask("story")), ["failure 2: unreachable"]);
  host.instead.clear();
  retry();
  assert.deepEqual(brief(await run()), ["change"]);
  assert.deepEqual(brief(await ask("story")), ["answer 3: 3 complete"]);
});

test("older records that are missing because the site was renewed are those of the newest index", async () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  const { host, ask, run } = start(large, new Map([[older, promise]]));
  assert.deepEqual(brief(await ask("story")), [`answer 1: ${LARGE.newest} loading`]);
  host.files = renewed.files;
  resolve("missing");
  assert.deepEqual(brief(await run()), ["change"]);
  assert.deepEqual(brief(await ask("story")), ["answer 2: 4 complete"]);
});

test("older records that are missing for good leave the newest, and say so", async () => {
  const { ask } = start(large, new Map([[older, "missing"]]));
  await ask("story");
  assert.deepEqual(brief(await ask("story")), [`answer 2: ${LARGE.newest} missing`]);
});

test("when the newest index cannot be opened, what was there is still found", async () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  const { host, ask, run } = start(large, new Map([[older, promise]]));
  await ask("story");
  host.files = renewed.files;
  host.instead.set(renewed.entry, "unreachable");
  resolve("missing");
  assert.deepEqual(brief(await run()), ["change"]);
  assert.deepEqual(brief(await ask("story")), [`answer 2: ${LARGE.newest} missing`]);

  const chunked = start(write(stories(3), 0));
  await chunked.run();
  chunked.host.files = renewed.files;
  chunked.host.instead.set(renewed.entry, "unreachable");
  assert.deepEqual(brief(await chunked.ask("story")), ["failure 1: unreachable"]);
  chunked.host.instead.clear();
  assert.deepEqual(brief(await chunked.ask("story")), ["answer 2: 4 complete"]);
});

test("an index that was opened by a retry stays when the one before it fails late", async () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  const { host, ask, run, retry } = start(small, new Map([[small.entry, promise]]));
  await run();
  host.instead.clear();
  retry();
  assert.deepEqual(brief(await run()), ["change"]);
  resolve("unreachable");
  await run();
  const asked = host.asked.length;
  assert.deepEqual(brief(await ask("story")), ["answer 1: 3 complete"]);
  assert.equal(host.asked.length, asked, "nothing is fetched again");
});

test("the first answer of a large index does not wait for its filters, which are told of when they are there", async () => {
  const { host, ask, run } = start(write(makeRecords(200), 0));
  const facets = [...host.files.keys()].find((file) => file.startsWith("facets")) ?? assert.fail();
  const { promise, resolve } = Promise.withResolvers<string>();
  host.instead.set(facets, promise);
  const [first, ...others] = await ask("fhir");
  assert.ok(first?.type === "answer" && first.answer.total > 0);
  assert.deepEqual([first.answer.facets, others], [[], []]);
  resolve(host.files.get(facets) ?? "");
  assert.deepEqual(brief(await run()), ["change"]);
  const [second, ...more] = await ask("fhir");
  assert.ok(second?.type === "answer" && second.answer.facets.length > 0);
  assert.deepEqual(more, []);
});

test("filters are not fetched where none are shown, or nothing is found", async () => {
  const { host, ask } = start(write(makeRecords(200), 0));
  assert.equal((await ask("fhir", { withoutFacets: true })).length, 1);
  assert.equal((await ask("zzzzqqq")).length, 1);
  assert.ok(!host.asked.some((file) => file.startsWith("facets")));
});

test("filters that cannot be had do not undo the answer, and are fetched with the next one", async () => {
  const { host, ask } = start(write(makeRecords(200), 0));
  const facets = [...host.files.keys()].find((file) => file.startsWith("facets")) ?? assert.fail();
  for (const reason of ["missing", "unreachable"] as const) {
    host.instead.set(facets, reason);
    const messages = await ask("fhir");
    assert.deepEqual(
      messages.map(({ type }) => type),
      ["answer"],
    );
  }
  host.instead.clear();
  assert.deepEqual(
    (await ask("fhir")).map(({ type }) => type),
    ["answer", "change"],
  );
});

/** Answers that come from elsewhere have this total. */
const ELSEWHERE = 99;

function answerOf(query: string): SearchAnswer {
  const nothing = { hits: [], groups: [], facets: [], corrected: undefined, dropped: [] };
  return { query, total: ELSEWHERE, count: ELSEWHERE, ...nothing, rest: "complete" };
}

/** Whether the built-in search stood in, by the answers that were posted. */
const standsIn = (messages: readonly FromService[]) =>
  messages.flatMap((message) => (message.type === "answer" ? [message.answer.standsIn ?? false] : []));

test("another engine answers, and the index is not even fetched", async () => {
  const { host, ask } = start(small, new Map(), async ({ query }) => answerOf(query));
  const messages = await ask("story", { withoutFacets: true });
  assert.deepEqual(brief(messages), [`answer 1: ${ELSEWHERE} complete`]);
  assert.deepEqual(standsIn(messages), [false]);
  assert.deepEqual(host.asked, []);
});

test("when the engine does not answer, the index does and says so, from then on", async (t) => {
  t.mock.method(console, "warn", () => {});
  let count = 0;
  const { ask } = start(small, new Map(), async () => {
    count += 1;
    throw new TypeError("Failed to fetch");
  });
  for (const turn of [1, 2]) {
    const messages = await ask("story");
    assert.deepEqual(brief(messages), [`answer ${turn}: 3 complete`]);
    assert.deepEqual(standsIn(messages), [true]);
  }
  assert.equal(count, 1);
});

test("when neither answers, it is a failure, and the engine is asked first again", async (t) => {
  t.mock.method(console, "warn", () => {});
  let isUp = false;
  const unreachable = new Map<string, Instead>([[MANIFEST, "unreachable"]]);
  const { ask } = start(small, unreachable, async ({ query }) => {
    if (!isUp) throw new TypeError("Failed to fetch");
    return answerOf(query);
  });
  assert.deepEqual(brief(await ask("story")), ["failure 1: unreachable"]);
  isUp = true;
  assert.deepEqual(brief(await ask("story", { withoutFacets: true })), [`answer 2: ${ELSEWHERE} complete`]);
});

test("a request that is overtaken is aborted at the engine, which is not taken to be down", async () => {
  const aborted: string[] = [];
  const { send, run } = start(small, new Map(), ({ query }, signal) => {
    if (query === "quick") return Promise.resolve(answerOf(query));
    return new Promise((_, reject) => {
      signal.addEventListener("abort", () => {
        aborted.push(query);
        reject(signal.reason);
      });
    });
  });
  send("slow", { withoutFacets: true });
  assert.deepEqual(await run(), []);
  send("quick", { withoutFacets: true });
  assert.deepEqual(brief(await run()), [`answer 2: ${ELSEWHERE} complete`]);
  assert.deepEqual(aborted, ["slow"]);
});
