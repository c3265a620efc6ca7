import assert from "node:assert/strict";
import { test } from "node:test";
import {
  describeAll,
  describeAnswer,
  describeBoxFailure,
  describeFailure,
  describeHits,
  describeRest,
} from "./status-text.ts";

const plain = {
  query: "fhir",
  total: 34,
  count: 34,
  groups: [],
  corrected: undefined,
  dropped: [],
  rest: "complete",
} as const;

test("the status counts what was found and what the filters leave", () => {
  assert.equal(describeAnswer(plain, false, "relevance"), "34 results");
  assert.equal(describeAnswer({ ...plain, total: 1, count: 1 }, false, "relevance"), "1 result");
  assert.equal(describeAnswer({ ...plain, count: 3 }, true, "relevance"), "3 of 34 results");
  assert.equal(describeAnswer({ ...plain, count: 0 }, true, "relevance"), "0 of 34 results");
  assert.equal(describeAnswer({ ...plain, total: 12_345, count: 1_234 }, true, "relevance"), "1,234 of 12,345 results");
});

test("the status says how the words were understood, and the order where it is another", () => {
  const answer = { ...plain, query: "azur fihr foo bar", corrected: "azure fhir", dropped: ["foo", "bar"] };
  assert.equal(describeAnswer(answer, false, "relevance"), "34 results for “azure fhir” without “foo”, “bar”");
  assert.equal(describeAnswer({ ...plain, dropped: ["foo"] }, false, "relevance"), "34 results without “foo”");
});

test("the status says that hits are newest first where they are: only stories are sorted by date", () => {
  const sorted = (stories: number, count: number) =>
    describeAnswer({ ...plain, count, groups: [{ kind: "news", count: stories, hits: [] }] }, true, "date");
  assert.equal(sorted(20, 20), "20 of 34 results, newest first");
  assert.equal(sorted(19, 20), "20 of 34 results, stories newest first");
  assert.equal(sorted(1, 20), "20 of 34 results");
  assert.equal(describeAnswer(plain, false, "date"), "34 results");
});

test("nothing found is not the last word while records are on their way", () => {
  const nothing = { ...plain, query: "zzqxv", total: 0, count: 0, dropped: ["zzqxv"] };
  assert.equal(describeAnswer(nothing, true, "date"), "Nothing found for “zzqxv”");
  assert.equal(describeAnswer({ ...nothing, rest: "loading" }, false, "date"), "Nothing found for “zzqxv” so far");
});

test("what is missing is named", () => {
  assert.deepEqual(
    (["complete", "loading", "missing", "unreachable", "broken"] as const).map((rest) => describeRest({ rest })),
    [
      "",
      "Still fetching older records",
      "Older records could not be fetched",
      "Older records could not be fetched",
      "Older records could not be read",
    ],
  );
});

test("it is said that the built-in search stands in, also while that is still loading", () => {
  const told = "The search server does not answer, so the search of this page does";
  assert.equal(describeRest({ rest: "complete", standsIn: true }), told);
  assert.equal(describeRest({ rest: "loading", standsIn: true }), `${told}. Still fetching older records`);
});

test("the box in the header counts what it shows", () => {
  assert.equal(describeHits(plain, 8), "8 of 34 results");
  assert.equal(describeHits({ ...plain, total: 3 }, 3), "3 results");
  assert.equal(describeHits({ ...plain, corrected: "fhir r4" }, 8), "8 of 34 results for “fhir r4”");
  assert.equal(describeHits({ ...plain, query: "zzqxv", total: 0 }, 0), "Nothing found for “zzqxv”");
  assert.equal(describeAll(plain), "All 34 results for “fhir”");
  assert.equal(describeAll({ ...plain, corrected: "fhir r4", total: 1_234 }), "All 1,234 results for “fhir r4”");
  assert.equal(describeAll({ ...plain, query: "fhir foo", dropped: ["foo"] }), "All 34 results without “foo”");
  assert.equal(describeAll({ ...plain, total: 1 }), "1 result for “fhir” on the search page");
});

test("a failure says what happened and what to do", () => {
  assert.equal(describeFailure("missing"), "The site has been updated since this page was opened.");
  assert.equal(describeFailure("unreachable"), "The search records could not be fetched.");
  assert.equal(describeFailure("broken"), "The search does not work at the moment.");
  for (const reason of ["missing", "unreachable", "broken"] as const)
    assert.match(describeBoxFailure(reason), /Press Enter/);
});
