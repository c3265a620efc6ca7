import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { wordsOf } from "../../lib/fold.ts";
import { idOf } from "../index/postings.ts";
import { kindKeys, type SearchRecord } from "../index/search-record.ts";
import { anyRecords, makeRecords, record } from "../testing.ts";
import { applyFacets } from "./apply-facets.ts";
import { searchIndex } from "./engine.ts";
import { createMemoryIndex, type MemoryIndex } from "./memory-index.ts";

const SYNONYMS = [["ehr", ["emr"]]] as const;

function indexOf(records: readonly SearchRecord[]): MemoryIndex {
  const index = createMemoryIndex(SYNONYMS);
  index.add(records, "complete");
  return index;
}

/** Cut at these indexes, in any order, and added piece by piece, with a look into the index after each. */
function grown(records: readonly SearchRecord[], cuts: readonly number[]): MemoryIndex {
  const index = createMemoryIndex(SYNONYMS);
  const ends = [...cuts.map((cut) => cut % (records.length + 1)), records.length].sort((a, b) => a - b);
  let from = 0;
  for (const end of ends) {
    index.add(records.slice(from, end), end < records.length ? "loading" : "complete");
    from = end;
    assert.equal(index.size, end);
    void index.wordsWithPrefix("a");
    void index.fuzzyTerms("health");
  }
  return index;
}

async function contentsOf(index: MemoryIndex, words: readonly string[]) {
  const ids = Array.from({ length: index.size }, (_, id) => id);
  return {
    size: index.size,
    rest: index.rest,
    records: await index.records(ids),
    kinds: ids.map(index.kindOf),
    facets: applyFacets((await index.facets(true)) ?? assert.fail(), ids, new Map()).facets,
    all: await index.wordsWithPrefix(""),
    postings: await index.postings(words),
    has: words.map((word) => index.has(word)),
    fuzzy: await Promise.all(words.map((word) => index.fuzzyTerms(word))),
  };
}

test("an index that grew in steps is the one that was made at once", async () => {
  await fc.assert(
    fc.asyncProperty(anyRecords, fc.array(fc.nat({ max: 20 }), { maxLength: 4 }), async (records, cuts) => {
      const words = records.flatMap(({ title, text }) => wordsOf(`${title} ${text}`));
      const asked = [...words, "health", "nothing", "__proto__"];
      assert.deepEqual(await contentsOf(grown(records, cuts), asked), await contentsOf(indexOf(records), asked));
    }),
  );
});

test("an index that grew in steps has the same answers", async () => {
  const records = makeRecords(300);
  const [whole, steps] = [indexOf(records), grown(records, [10, 11, 200])];
  for (const query of ["fhir", "health data", "emr", "interoperabilty", "h", "acme 2026", "icd 11", "zzzz fhir"])
    assert.deepEqual(await searchIndex(steps, { query }), await searchIndex(whole, { query }), query);
});

test("what arrives later is found from then on, and corrected from then on", async () => {
  const index = createMemoryIndex([]);
  index.add([record("FHIR")], "loading");
  const before = await searchIndex(index, { query: "orthnac" });
  assert.deepEqual([before.total, before.rest], [0, "loading"]);
  index.add([record("Orthanc")], "complete");
  const after = await searchIndex(index, { query: "orthnac" });
  assert.deepEqual([after.total, after.corrected, after.rest], [1, "orthanc", "complete"]);
});

test("ids are given in the order of adding", async () => {
  const index = indexOf([record("One"), record("Two", { kind: "topic" }), record("Three")]);
  assert.deepEqual(
    (await index.records([2, 0])).map(({ title }) => title),
    ["Three", "One"],
  );
  assert.deepEqual(
    (await index.postings(["two", "nothing", "one"])).map((list) => list.map(idOf)),
    [[1], [], [0]],
  );
  assert.deepEqual(
    [0, 1, 2].map((id) => kindKeys[index.kindOf(id)]),
    ["news", "topic", "news"],
  );
});

test("a word leads to its record among many", async () => {
  const index = indexOf(Array.from({ length: 100 }, (_, number) => record(`w${number}`)));
  for (const number of [0, 7, 50, 99])
    assert.deepEqual((await index.postings([`w${number}`])).flat().map(idOf), [number]);
});

test("the state of the rest is what was said last", () => {
  const index = createMemoryIndex([]);
  assert.equal(index.rest, "complete");
  index.add([], "loading");
  assert.equal(index.rest, "loading");
  index.setRest("unreachable");
  assert.equal(index.rest, "unreachable");
});

test("words that JavaScript knows are words like any other", async () => {
  const index = indexOf([record("constructor"), record("toString")]);
  assert.deepEqual(
    [index.has("constructor"), index.has("hasOwnProperty"), index.has("__proto__")],
    [true, false, false],
  );
  assert.deepEqual(await index.postings(["__proto__", "hasOwnProperty"]), [[], []]);
});
