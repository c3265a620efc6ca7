import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { editDistance } from "../src/lib/edit-distance.ts";
import { wordsOf } from "../src/lib/fold.ts";
import { isPartialDate, startOf } from "../src/lib/partial-date.ts";
import type { RecordKind } from "../src/search/index/search-record.ts";
import { percentile, reciprocalRank } from "./measure.ts";
import { randomFrom } from "./random.ts";
import { buildCorpus } from "./search-corpus.ts";
import { toDocument } from "./search-document.ts";
import { brandOf, buildQueries, keystrokesOf } from "./search-queries.ts";
import { misspell } from "./typo.ts";
import { stopWords } from "./words.ts";

const SIZE = 1000;
const records = buildCorpus(SIZE, 1);
const queries = buildQueries(records, 200, 2);
const ofKind = (kind: RecordKind) => records.filter((record) => record.kind === kind);
const byHref = new Map(records.map((record) => [record.href, record]));

test("the same seed makes the same corpus and the same queries, another seed makes others", () => {
  assert.deepEqual(buildCorpus(SIZE, 1), records);
  assert.deepEqual(buildQueries(records, 200, 2), queries);
  assert.notDeepEqual(buildCorpus(SIZE, 3), records);
  assert.notDeepEqual(buildQueries(records, 200, 3), queries);
});

test("a corpus has as many records as wanted, each with an address of its own", () => {
  for (const size of [1, 10, 333]) assert.equal(buildCorpus(size, 1).length, size);
  assert.equal(byHref.size, SIZE);
});

test("kinds have their shares and their fields, and no record has text", () => {
  assert.deepEqual([ofKind("news").length, ofKind("offering").length], [850, 120]);
  assert.ok(ofKind("topic").length > 0 && ofKind("organization").length > 0);
  assert.ok(records.every(({ text }) => text === ""));
  for (const { fields, date } of ofKind("news")) {
    assert.deepEqual(Object.keys(fields), ["publisher", "topic"]);
    assert.ok(isPartialDate(date), date);
  }
  for (const { fields, date } of ofKind("offering")) {
    assert.deepEqual(Object.keys(fields), ["vendor", "topic", "standard", "licence", "status"]);
    assert.equal(date, "");
  }
});

test("titles have 4 to 10 words, brands one or two, and records 1 to 4 topics", () => {
  for (const record of [...ofKind("news"), ...ofKind("offering")]) {
    const words = record.title.split(" ").length;
    assert.ok(words >= 4 && words <= 10, record.title);
    assert.match(brandOf(record), /^\p{L}+(?: \p{L}+)?$/u);
    const topics = record.fields.topic?.length ?? 0;
    assert.ok(topics >= 1 && topics <= 4);
    assert.ok(record.fields.topic?.every((topic) => /^[^:]+: [^:]+$/.test(topic)));
  }
});

test("news is newest first, over twelve years", () => {
  const days = ofKind("news").map(({ date }) => startOf(date));
  assert.deepEqual(days, days.toSorted().reverse());
  const years = new Set(days.map((day) => day.slice(0, 4)));
  assert.ok(years.size >= 12 && years.size <= 13, `${years.size} years`);
});

test("the vocabulary grows with the square root of the text, and a few words are most of it", () => {
  const counts = new Map<string, number>();
  for (const { title } of records) for (const word of wordsOf(title)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const expected = 30 * Math.sqrt(12 * SIZE);
  assert.ok(Math.abs(counts.size / expected - 1) < 0.1, `${counts.size} words, ${Math.round(expected)} expected`);
  const frequent = [...counts.values()].sort((a, b) => b - a).slice(0, Math.round(counts.size / 10));
  const share = frequent.reduce((sum, count) => sum + count, 0) / total;
  assert.ok(share > 0.3 && share < 0.7, `a tenth of the words is ${share} of the text`);
});

test("every query has two words of the title and one of the brand", () => {
  for (const { text, target } of queries.clean) {
    const record = byHref.get(target);
    assert.ok(record);
    const words = text.split(" ");
    const brand = wordsOf(brandOf(record));
    assert.equal(words.length, 3);
    assert.ok(words.some((word) => brand.includes(word)));
    assert.ok(words.filter((word) => wordsOf(record.title).includes(word)).length >= 2);
    assert.ok(words.every((word) => word.length >= 3 && !stopWords.has(word)));
  }
});

test("exactly one word of a query has a typo, and the typo is one edit", () => {
  queries.typo.forEach(({ text, target }, number) => {
    assert.equal(target, queries.clean[number]?.target);
    const clean = queries.clean[number]?.text.split(" ") ?? [];
    const changed = text
      .split(" ")
      .flatMap((word, at) => (word === clean[at] ? [] : [[word, clean[at] ?? ""] as const]));
    assert.equal(changed.length, 1, text);
    for (const [word, meant] of changed) {
      assert.ok(meant.length >= 4);
      assert.equal(editDistance(word, meant, 3), 1);
    }
  });
});

test("while typing, the last word is a misspelt beginning: four letters or more, half to four fifths of it", () => {
  queries.typing.forEach(({ text }, number) => {
    const clean = queries.clean[number]?.text.split(" ") ?? [];
    const typed = text.split(" ");
    const last = typed.pop() ?? "";
    const [meant = "", ...more] = clean.filter((word) => !typed.includes(word));
    assert.deepEqual(more, []);
    const beginnings = keystrokesOf(meant).filter(
      ({ length }) => length >= 4 && length >= meant.length * 0.5 && length <= meant.length * 0.8,
    );
    assert.ok(
      beginnings.some((beginning) => editDistance(beginning, last, 3) === 1),
      `${last} of ${meant}`,
    );
  });
});

test("a query is typed letter by letter", () => {
  assert.deepEqual(keystrokesOf("a bc"), ["a", "a ", "a b", "a bc"]);
});

test("every slip in any word is one edit, and every kind of slip occurs", () => {
  const word = fc.stringMatching(/^[a-z]{4,14}$/).filter((letters) => new Set(letters).size > 1);
  fc.assert(
    fc.property(word, fc.nat(), (letters, seed) => {
      assert.equal(editDistance(misspell(randomFrom(seed), letters), letters, 3), 1);
    }),
  );
  const random = randomFrom(1);
  const slips = Array.from({ length: 100 }, () => misspell(random, "abcdefgh"));
  const lengths = new Set(slips.map(({ length }) => length));
  assert.deepEqual([...lengths].sort(), [7, 8, 9]);
  assert.ok(slips.some((slip) => slip.length === 8 && [...slip].sort().join("") === "abcdefgh"));
});

test("peers get the words of a record and nothing else", () => {
  const [offering] = ofKind("offering");
  assert.ok(offering);
  const { title, brand, topics } = toDocument(offering);
  const ownWords = wordsOf([offering.title, offering.detail, ...Object.values(offering.fields).flat()].join(" "));
  assert.deepEqual(new Set(wordsOf([title, brand, topics].join(" "))), new Set(ownWords));
});

test("a place among the ten hits counts by its reciprocal", () => {
  const hits = Array.from({ length: 12 }, (_, index) => `/${index}/`);
  assert.deepEqual(
    ["/0/", "/3/", "/9/", "/10/", "/x/"].map((target) => reciprocalRank(hits, target)),
    [1, 0.25, 0.1, 0, 0],
  );
});

test("a percentile is one of the numbers", () => {
  assert.deepEqual(
    [50, 95, 100].map((percent) => percentile([5, 1, 4, 2, 3], percent)),
    [3, 5, 5],
  );
});
