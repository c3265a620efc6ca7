import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { wordsOf } from "../../lib/fold.ts";
import { anyRecord, anyText } from "../testing.ts";
import { decodeFacets, decodePostings, decodeWords, encodeFacets, encodePostings, encodeWords } from "./chunks.ts";
import { createFacetTable } from "./facet-table.ts";
import { locatePostings } from "./index-files.ts";
import { addPostings, type Posting } from "./postings.ts";

/** As it comes from a file. */
const written = <T>(chunk: T): T => JSON.parse(JSON.stringify(chunk));

const word = fc
  .oneof(
    anyText.map((text) => wordsOf(text)[0] ?? ""),
    fc.string({ unit: fc.constantFrom("a", "b", "𝒶", "𝒷"), maxLength: 45 }),
    fc.constantFrom(
      "x".repeat(34),
      "x".repeat(35),
      "x".repeat(36),
      "x".repeat(80),
      `${"x".repeat(35)}y`,
      "0",
      "0a",
      "z",
    ),
  )
  .filter(Boolean);

test("words are read as they were written, whatever they share with the one before", () => {
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 40 }), (some) => {
      const words = some.toSorted();
      const counts = words.map((_, at) => at + 1);
      const chunk = written(encodeWords(words, counts));
      assert.deepEqual(decodeWords(chunk), words);
      assert.deepEqual(chunk.counts, counts);
    }),
  );
});

test("a word is written without what it shares with the one before", () => {
  assert.equal(encodeWords(["fhir", "fhirs", "fhix", "x"], [1, 1, 1, 1]).words, "0fhir 4s 3x 0x");
});

/** Ascending ids, each with any position. */
const postings: fc.Arbitrary<Posting[]> = fc
  .uniqueArray(fc.record({ id: fc.nat({ max: 2 ** 27 - 1 }), position: fc.nat({ max: 15 }) }), {
    minLength: 1,
    maxLength: 20,
    selector: ({ id }) => id,
  })
  .map((some) => some.map(({ id, position }) => id * 16 + position).sort((a, b) => a - b));

test("postings are read as they were written", () => {
  fc.assert(
    fc.property(fc.array(postings, { minLength: 1, maxLength: 10 }), (lists) => {
      assert.deepEqual(decodePostings(written(encodePostings(lists))), lists);
    }),
  );
});

test("postings of any records are read as they were written", () => {
  fc.assert(
    fc.property(fc.array(anyRecord, { minLength: 1, maxLength: 6 }), (records) => {
      const all = new Map<string, Posting[]>();
      records.forEach((one, id) => {
        addPostings(all, id, one);
      });
      fc.pre(all.size > 0);
      const lists = [...all.values()];
      assert.deepEqual(decodePostings(written(encodePostings(lists))), lists);
    }),
  );
});

test("the facets of any records are read as they were written", () => {
  fc.assert(
    fc.property(fc.array(anyRecord, { minLength: 1, maxLength: 8 }), (records) => {
      const { table, add } = createFacetTable();
      records.forEach(add);
      assert.deepEqual(decodeFacets(written(encodeFacets(table))), table);
    }),
  );
});

test("words follow each other until a file is full, and one that fills a file has it alone", () => {
  const files = (counts: readonly number[], perFile: number) =>
    locatePostings(counts, perFile).map(({ file, at }) => `${file}:${at}`);
  assert.deepEqual(files([1, 1, 1], 2), ["0:0", "0:1", "1:0"]);
  assert.deepEqual(files([9, 1, 1, 9, 1], 2), ["0:0", "1:0", "1:1", "2:0", "3:0"]);
  assert.deepEqual(files([], 2), []);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 50 })), fc.integer({ min: 1, max: 40 }), (counts, perFile) => {
      const locations = locatePostings(counts, perFile);
      for (const [file, words] of Map.groupBy(counts.keys(), (at) => locations[at]?.file ?? -1)) {
        const sum = words.reduce((all, at) => all + (counts[at] ?? 0), 0);
        assert.ok(sum <= perFile || words.length === 1, `file ${file} has ${sum}`);
        assert.deepEqual(
          words.map((at) => locations[at]?.at),
          [...words.keys()],
        );
      }
      const files = locations.map(({ file }) => file);
      assert.deepEqual([...new Set(files)], [...new Set(files).keys()]);
    }),
  );
});
