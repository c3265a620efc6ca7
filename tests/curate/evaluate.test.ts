import assert from "node:assert/strict";
import { test } from "node:test";
import type { PageFields } from "../../src/authoring/curate/extract.ts";
import {
  compareFields,
  dateScoresOf,
  type Expectation,
  type FieldName,
  formatDateScores,
  formatDifferences,
  formatScores,
  scoresOf,
} from "./evaluate.ts";
import wrongExpectations from "./wrong-expectations.json" with { type: "json" };

const at = <T>(value: T) => ({ value, source: "test" });

/** The verdict on one field. */
function verdict(
  field: FieldName,
  fields: Partial<PageFields>,
  value: string | null,
  url = "https://www.example.com/a",
) {
  const none = {
    title: null,
    author: null,
    date: null,
    description: null,
    image: null,
    publisher: null,
    url: null,
    lang: null,
  };
  const expectation: Expectation = {
    url,
    expected: { ...none, [field]: value },
  };
  const results = compareFields(
    "site",
    { fields: { url: at("https://www.example.com/a"), ...fields }, text: "" },
    expectation,
  );
  return results.find((result) => result.field === field)?.verdict;
}

test("titles are compared by their words, without the name of the site", () => {
  assert.equal(verdict("title", { title: at("“It’s” here") }, '"It\'s"  here | example.com'), "right");
  assert.equal(verdict("title", { title: at("It is here") }, "It is gone"), "wrong");
  assert.equal(verdict("title", {}, "It is here"), "missing");
});

test("authors are sets of names", () => {
  assert.equal(verdict("author", { authors: at(["Ben Ode", "Ada Park"]) }, "By Ada Park and Ben Ode"), "right");
  assert.equal(verdict("author", { authors: at(["Ada Park"]) }, "Ada Park and Ben Ode"), "wrong");
});

test("dates are the same day, the same instant, or the month that holds the day", () => {
  const published = (value: string, stated: string) => ({ published: { ...at(value), stated } });
  assert.equal(verdict("date", published("2024-05-17", "2024-05-17"), "2024-05-17T10:00:00.000Z"), "right");
  assert.equal(
    verdict("date", published("2024-05-17", "2024-05-17T23:00:00-07:00"), "2024-05-18T06:00:00.000Z"),
    "right",
  );
  assert.equal(verdict("date", published("2024-05", "May 2024"), "2024-05-17T10:00:00.000Z"), "right");
  assert.equal(verdict("date", published("2024-05-17", "2024-05-17"), "2024-05-18T06:00:00.000Z"), "wrong");
});

test("addresses are compared cleaned, publishers by their letters", () => {
  assert.equal(verdict("url", { url: at("http://example.com/a/?utm_source=b") }, "https://www.example.com/a"), "right");
  assert.equal(verdict("publisher", { publisher: at("EXAMPLE news!") }, "The Example News"), "right");
  assert.equal(verdict("description", { description: at("A text") }, "a text"), "right");
  assert.equal(verdict("lang", { language: at("en") }, "en-US"), "right");
});

test("an unexpected value is not wrong, and a wrong expectation is excused", () => {
  assert.equal(verdict("publisher", { publisher: at("Example") }, null), "unexpected");
  assert.equal(verdict("publisher", {}, null), "none");
  const { url, expected = "" } = wrongExpectations.find(({ field }) => field === "publisher") ?? {};
  assert.equal(verdict("publisher", { publisher: at("Example") }, expected, url), "excused");
  assert.equal(verdict("publisher", {}, expected, url), "excused");
  assert.equal(verdict("publisher", { publisher: at(expected) }, expected, url), "right");
  assert.equal(verdict("publisher", { publisher: at("Example") }, `${expected}!!x`, url), "wrong");
  assert.equal(verdict("publisher", { publisher: at("Example") }, expected), "wrong");
});

test("each expectation that is called wrong is named once and says why", () => {
  const keys = wrongExpectations.map(({ url, field }) => `${url} ${field}`);
  assert.equal(new Set(keys).size, keys.length);
  assert.ok(keys.length >= 10);
  for (const { url, expected, reason } of wrongExpectations) {
    assert.ok(URL.canParse(url) && expected !== "" && /^[A-Z].{15,}\.$/.test(reason), url);
  }
});

test("the table counts each field and the shares of what is scored", () => {
  const results = (["right", "right", "wrong", "missing", "excused", "unexpected", "none"] as const).map((kind) => ({
    site: kind,
    field: "title" as const,
    verdict: kind,
    expected: "a",
    found: "b",
    source: "test",
    reason: kind === "excused" ? "why" : undefined,
  }));
  const [title] = scoresOf(results);
  assert.deepEqual(title, {
    field: "title",
    right: 2,
    missing: 1,
    wrong: 1,
    unexpected: 1,
    excused: 1,
    shareRight: 0.5,
    shareWrong: 0.25,
    shareOfAll: 0.4,
  });
  assert.match(formatScores(scoresOf(results)), /^field +right .*\ntitle +2 +1 +1 +1 +1 +50\.0 % +25\.0 % +40\.0 %\n/);
  assert.equal(
    formatDifferences(results, false),
    "excused title not scored: why\n  expected 'a'\n  found    'b' from test",
  );
  assert.equal(formatDifferences(results, true).split("\n").length, 12);
});

test("dates alone are scored by the day, for each kind of evidence", () => {
  const of = (
    source: string | undefined,
    found: string | undefined,
    verdict: "right" | "wrong" | "missing" | "none",
  ) => ({
    site: "a",
    field: "date" as const,
    verdict,
    expected: "2024-05-17",
    found,
    source,
  });
  const results = [
    of("address", "2024-05", "right"),
    of("meta date", "2024-05-17", "right"),
    of("meta date", "2024-05-18", "wrong"),
    of(undefined, undefined, "missing"),
    of(undefined, undefined, "none"),
  ];
  assert.deepEqual(dateScoresOf(results), [
    { evidence: "meta date", exact: 1, coarse: 0, wrong: 1, precision: 0.5 },
    { evidence: "address", exact: 0, coarse: 1, wrong: 0, precision: 0 },
  ]);
  const lines = formatDateScores(results).split("\n");
  assert.match(lines[1] ?? "", /^meta date +1 +0 +1 +50\.0 %$/);
  assert.match(lines[3] ?? "", /^all +1 +1 +1 +33\.3 %$/);
  assert.equal(
    lines.at(-1),
    "4 pages with a known date: exact 25.0 %, coarse 25.0 %, wrong 25.0 %, missing 25.0 %; precision 33.3 %",
  );
});
