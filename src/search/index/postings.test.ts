import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { wordsOf } from "../../lib/fold.ts";
import { anyRecord, record } from "../testing.ts";
import { joinedWordsOf } from "./joined-words.ts";
import {
  addPostings,
  idOf,
  isInText,
  POSITIONS,
  type Posting,
  type Postings,
  positionOf,
  titleWordsOf,
} from "./postings.ts";
import type { SearchRecord } from "./search-record.ts";

function index(records: readonly SearchRecord[]): Postings {
  const postings: Postings = new Map();
  records.forEach((one, id) => {
    addPostings(postings, id, one);
  });
  return postings;
}

const positionsOf = (postings: Postings, word: string) => postings.get(word)?.map(positionOf);

test("a posting says which record, and where in it", () => {
  const postings = index([
    record("Other"),
    record("Azure API for FHIR", { detail: "Microsoft", text: "In the cloud" }),
  ]);
  const [inTitle = -1] = postings.get("fhir") ?? [];
  assert.deepEqual([idOf(inTitle), titleWordsOf(inTitle), isInText(inTitle)], [1, 4, false]);
  const [inDetail = -1] = postings.get("microsoft") ?? [];
  assert.deepEqual([idOf(inDetail), titleWordsOf(inDetail), isInText(inDetail)], [1, 0, false]);
  const [inText = -1] = postings.get("cloud") ?? [];
  assert.deepEqual([idOf(inText), titleWordsOf(inText), isInText(inText)], [1, 0, true]);
});

test("a word at several positions counts once, at the best of them", () => {
  const postings = index([
    record("FHIR fhir", { detail: "FHIR", text: "fhir", fields: { topic: ["FHIR"] } }),
    record("Other", { detail: "FHIR", text: "fhir" }),
    record("Other", { text: "fhir", fields: { host: ["fhir.example"] } }),
    record("Other", { text: "fhir fhir" }),
  ]);
  assert.deepEqual(positionsOf(postings, "fhir"), [3, 1, 1, 0]);
  assert.deepEqual(postings.get("fhir")?.map(idOf), [0, 1, 2, 3]);
});

test("every field and the date are searched", () => {
  const fields: SearchRecord["fields"] = {
    topic: ["w1 w2", "w3"],
    publisher: ["w4"],
    vendor: ["w5"],
    standard: ["w6"],
    licence: ["w7"],
    status: ["w8"],
    author: ["w9"],
    offering: ["w10"],
    name: ["w11"],
    product: ["w12"],
    host: ["w13"],
    sameAs: ["w14"],
  };
  const postings = index([record("", { date: "2021-10-14", fields })]);
  const words = [...Array.from({ length: 14 }, (_, number) => `w${number + 1}`), "2021", "10", "14"];
  assert.deepEqual([...postings.keys()].sort(), words.sort());
  for (const word of words) assert.deepEqual(positionsOf(postings, word), [1], word);
});

test("a title of more words than a position can tell counts as one of fourteen", () => {
  const words = (count: number) => Array.from({ length: count }, (_, number) => `w${number}`).join(" ");
  const postings = index([1, 2, 13, 14, 15, 100].map((count) => record(words(count))));
  assert.deepEqual(postings.get("w0")?.map(titleWordsOf), [1, 2, 13, 14, 14, 14]);
});

test("a number holds any position of any id", () => {
  const id = fc.nat({ max: 2 ** 27 - 1 });
  fc.assert(
    fc.property(id, id, (one, other) => {
      fc.pre(one < other);
      const postings: Postings = new Map();
      addPostings(postings, one, record("a", { text: "b" }));
      addPostings(postings, other, record("c", { text: "a" }));
      const [first = -1, second = -1] = postings.get("a") ?? [];
      assert.deepEqual([idOf(first), positionOf(first)], [one, 2]);
      assert.deepEqual([idOf(second), positionOf(second)], [other, 0]);
    }),
  );
});

test("of any records, each word has the records that it stands in, each once and ascending", () => {
  fc.assert(
    fc.property(fc.array(anyRecord, { maxLength: 6 }), (records) => {
      const postings = index(records);
      const wordsIn = records.map(
        ({ title, detail, text, date, fields }) =>
          new Set([title, detail, text, date, ...Object.values(fields).flat()].flatMap(allWordsOf)),
      );
      assert.deepEqual(new Set(postings.keys()), new Set(wordsIn.flatMap((words) => [...words])));
      for (const [word, list] of postings) {
        const expected = [...wordsIn.keys()].filter((id) => wordsIn[id]?.has(word));
        assert.deepEqual(list.map(idOf), expected, word);
        for (const posting of list) assertPosition(posting, word, records[idOf(posting)]);
      }
    }),
  );
});

function allWordsOf(text: string): readonly string[] {
  return [...wordsOf(text), ...joinedWordsOf(text)];
}

function assertPosition(posting: Posting, word: string, { title, text, ...rest }: SearchRecord = record("")): void {
  const others = [rest.detail, rest.date, ...Object.values(rest.fields).flat()].flatMap(allWordsOf);
  if (allWordsOf(title).includes(word)) assert.equal(titleWordsOf(posting), Math.min(wordsOf(title).length, 14));
  else if (others.includes(word)) assert.deepEqual([titleWordsOf(posting), isInText(posting)], [0, false]);
  else assert.ok(isInText(posting) && allWordsOf(text).includes(word));
  assert.ok(positionOf(posting) < POSITIONS);
}
