import assert from "node:assert/strict";
import { test } from "node:test";
import { MANIFEST, type MemoryEntry } from "../index/index-files.ts";
import { writeIndex } from "../index/write-index.ts";
import { fakeHost, type Host, makeRecords, record } from "../testing.ts";
import { searchIndex, searchRecords } from "./engine.ts";
import { loadIndex, readManifest } from "./load-index.ts";
import { type Rest, SearchFailure } from "./search-answer.ts";

const HTML = "<!doctype html><title>Not found</title>";
const failure = (reason: SearchFailure["reason"]) => (error: unknown) =>
  error instanceof SearchFailure && error.reason === reason;

/** Three files of stories: the newest 2,501, then twice 5,000. Each has a word of its own in its first title. */
const SIZE = 12_501;
const stories = Array.from({ length: SIZE }, (_, number) =>
  record(`Story ${["newest", "middle", "oldest"][[0, 2501, 7501].indexOf(number)] ?? ""}`, {
    date: `${2026 - Math.floor(number / 2000)}`,
  }),
);
const { entry, files } = writeIndex({ records: stories, synonyms: [["tale", ["story"]]] });
const [middle = "", oldest = ""] = (JSON.parse(files.get(entry) ?? "") as MemoryEntry).older;

/** Opens the index and waits until nothing more comes. */
async function openAll(host: Host) {
  const rests: Rest[] = [];
  const index = await loadIndex(entry, host.load, () => rests.push(index.rest));
  const before = { size: index.size, rest: index.rest };
  while (index.rest === "loading") await new Promise(setImmediate);
  return { index, before, rests };
}

test("the manifest leads to the entry", async () => {
  assert.equal(await readManifest(fakeHost(files).load), entry);
});

test("a manifest of files in another format is as good as none", async () => {
  const host = fakeHost(files);
  host.instead.set(MANIFEST, JSON.stringify({ format: 99, entry }));
  await assert.rejects(readManifest(host.load), failure("missing"));
  host.instead.set(MANIFEST, "{}");
  await assert.rejects(readManifest(host.load), failure("missing"));
});

test("a page where a file should be means that the file is missing", async () => {
  for (const file of [MANIFEST, entry]) {
    const host = fakeHost(files);
    host.instead.set(file, HTML);
    await assert.rejects(
      file === MANIFEST ? readManifest(host.load) : loadIndex(file, host.load),
      failure("missing"),
      file,
    );
  }
});

test("what cannot be had is told apart from what is missing", async () => {
  for (const reason of ["missing", "unreachable"] as const) {
    const host = fakeHost(files);
    host.instead.set(MANIFEST, reason).set(entry, reason);
    await assert.rejects(readManifest(host.load), failure(reason));
    await assert.rejects(loadIndex(entry, host.load), failure(reason));
  }
});

test("the newest records can be searched at once, and the older ones as they arrive", async () => {
  const host = fakeHost(files);
  const { promise, resolve } = Promise.withResolvers<string>();
  host.instead.set(middle, promise);
  const rests: Rest[] = [];
  const index = await loadIndex(entry, host.load, () => rests.push(index.rest));
  const first = await searchIndex(index, { query: "tale" });
  assert.deepEqual([first.total, first.rest, rests], [2501, "loading", []]);
  assert.equal((await searchIndex(index, { query: "middle" })).total, 0);
  resolve(files.get(middle) ?? "");
  while (index.rest === "loading") await new Promise(setImmediate);
  assert.deepEqual(rests, ["loading", "complete"]);
  const last = await searchIndex(index, { query: "tale" });
  assert.deepEqual([last.total, last.rest], [SIZE, "complete"]);
  assert.equal((await searchIndex(index, { query: "oldest" })).total, 1);
  assert.deepEqual(host.asked, [entry, middle, oldest]);
});

test("an index in several files answers what one in memory answers", async () => {
  const { index } = await openAll(fakeHost(files));
  const single = searchRecords({ records: stories, synonyms: [["tale", ["story"]]] });
  for (const query of ["tale", "oldest", "midle", "2024", "story zzzzqqq"])
    assert.deepEqual(await searchIndex(index, { query }), await single.search({ query }), query);
});

test("a missing file leaves what is there, and says what became of the rest", async () => {
  for (const [file, size] of [
    [middle, 2501],
    [oldest, 7501],
  ] as const) {
    for (const [instead, rest] of [
      ["missing", "missing"],
      [HTML, "missing"],
      ["unreachable", "unreachable"],
    ] as const) {
      const host = fakeHost(files);
      host.instead.set(file, instead);
      const { index, before, rests } = await openAll(host);
      assert.deepEqual(before, { size: 2501, rest: "loading" });
      assert.deepEqual([index.size, index.rest, rests.at(-1)], [size, rest, rest]);
      const answer = await searchIndex(index, { query: "story" });
      assert.deepEqual([answer.total, answer.rest], [size, rest]);
      assert.equal(host.asked.at(-1), file, "nothing is asked for after a file that is missing");
    }
  }
});

test("an index in one file is complete at once and never changes", async () => {
  const small = writeIndex({ records: makeRecords(50), synonyms: [] });
  const index = await loadIndex(small.entry, fakeHost(small.files).load, () => assert.fail());
  await new Promise(setImmediate);
  assert.deepEqual([index.size, index.rest], [makeRecords(50).length, "complete"]);
});

const chunks = writeIndex({ records: makeRecords(400), synonyms: [] }, 0);

test("of a chunked index each piece is fetched once, and only when it is needed", async () => {
  const host = fakeHost(chunks.files);
  const index = await loadIndex(chunks.entry, host.load, () => assert.fail());
  assert.deepEqual(host.asked, [chunks.entry]);
  assert.equal(index.rest, "complete");
  const answer = await searchIndex(index, { query: "mirth connect" });
  assert.ok(answer.total > 0);
  const asked = [...host.asked];
  assert.ok(asked.length < chunks.files.size / 2, `${asked.length} of ${chunks.files.size} files`);
  assert.deepEqual(await searchIndex(index, { query: "mirth connect" }), answer);
  assert.deepEqual(host.asked, asked);
  assert.equal(new Set(asked).size, asked.length);
});

test("the filters of a chunked index are fetched when they are asked for", async () => {
  const host = fakeHost(chunks.files);
  const index = await loadIndex(chunks.entry, host.load);
  assert.deepEqual((await searchIndex(index, { query: "fhir" })).facets, []);
  assert.ok(!host.asked.some((file) => file.startsWith("facets")));
  await index.facets(true);
  assert.ok((await searchIndex(index, { query: "fhir" })).facets.length > 0);
  assert.deepEqual((await searchIndex(index, { query: "fhir", withoutFacets: true })).facets, []);
});

test("what is selected narrows at once, so the filters are fetched before the answer", async () => {
  const index = await loadIndex(chunks.entry, fakeHost(chunks.files).load);
  const answer = await searchIndex(index, {
    query: "fhir",
    selection: new Map([["kind", new Set(["topic"])]]),
  });
  assert.ok(answer.count > 0 && answer.count < answer.total);
  assert.ok(answer.hits.every(({ record: { kind } }) => kind === "topic"));
});

test("a search that misses a piece fails, and the next one tries again", async () => {
  for (const reason of ["missing", "unreachable"] as const) {
    for (const piece of ["words-0", "postings-0-0", "records-0", "facets"]) {
      const host = fakeHost(chunks.files);
      const index = await loadIndex(chunks.entry, host.load);
      const file = [...chunks.files.keys()].find((name) => name.startsWith(`${piece}.`)) ?? assert.fail(piece);
      const request = { query: "fhir", selection: new Map([["kind", new Set(["offering"])]]) };
      host.instead.set(file, reason);
      await assert.rejects(searchIndex(index, request), failure(reason), piece);
      host.instead.set(file, reason === "missing" ? HTML : reason);
      await assert.rejects(searchIndex(index, request), failure(reason), piece);
      host.instead.clear();
      assert.ok((await searchIndex(index, request)).count > 0, piece);
    }
  }
});
