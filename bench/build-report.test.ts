import assert from "node:assert/strict";
import { test } from "node:test";
import {
  assertSamePages,
  type BuildResults,
  mergeResults,
  toResultsFile,
  toSizeTables,
  toText,
} from "./build-report.ts";

const site = { stories: 1000, files: 20, bytes: 5e6, storyBytes: 17_000, pages: { story: 1000, topic: 46 } };
const cost = { stories: 1000, part: "pages clean", runs: 3, cpu: 4, memory: 2e8 } as const;
const results: BuildResults = {
  occasions: { 1000: { date: "2026-11-22", machine: "a machine" } },
  versions: { curalog: "Curalog Astro 7", hugo: "Hugo 0.111.3" },
  rows: [
    { ...cost, peer: "curalog", wall: 3 },
    { ...cost, peer: "hugo", wall: 2 },
    { ...cost, peer: "curalog", part: "check one", wall: 0.25 },
  ],
  sites: [
    { ...site, peer: "curalog" },
    { ...site, peer: "hugo" },
  ],
  notRun: { "eleventy at 1000": "not done in 30 minutes" },
};

test("generators that build other pages are not compared", () => {
  assert.doesNotThrow(() => assertSamePages(results.sites));
  const other = { ...site, peer: "hugo", pages: { story: 999, topic: 46 } };
  assert.throws(() => assertSamePages([{ ...site, peer: "curalog" }, other]), {
    message: "Of 1000 stories the generators build different pages\n  story: 1000 by curalog, 999 by hugo",
  });
});

test("a table has the ratio to Hugo, and says what was not measured and why", () => {
  const [peers, parts] = toSizeTables(results, 1000).map(toText);
  assert.equal(
    peers,
    [
      "1000 stories: a clean build of the same pages",
      "generator        seconds  to Hugo  CPU s  memory MB  files  output MB  bytes a story",
      "Curalog Astro 7     3.00     1.50   4.00        200     20        5.0          17000",
      "Hugo 0.111.3        2.00     1.00   4.00        200     20        5.0          17000",
      "eleventy at 1000: not measured, not done in 30 minutes",
    ].join("\n"),
  );
  assert.match(parts ?? "", /^check, one file, edited {5}0\.25/m);
});

test("sizes that were not measured now keep their numbers, their day and their machine", () => {
  const toSize = <T extends { readonly stories: number }>(rows: readonly T[]) =>
    rows.map((row) => ({ ...row, stories: 10_000 }));
  const later: BuildResults = {
    ...results,
    occasions: { 10000: { date: "2026-11-23", machine: "another" } },
    rows: toSize(results.rows),
    sites: toSize(results.sites),
    notRun: {},
  };
  const merged = mergeResults(results, later);
  assert.deepEqual(merged.rows, [...results.rows, ...later.rows]);
  assert.deepEqual(merged.occasions, { ...results.occasions, ...later.occasions });
  assert.deepEqual(merged.notRun, results.notRun);
  const third = { 1000: { date: "2026-11-24", machine: "a third", commit: `${"1a2b3c4d".repeat(5)}-dirty` } };
  const again = mergeResults(merged, { ...results, occasions: third, notRun: {} });
  assert.deepEqual(again.occasions, { ...later.occasions, ...third });
  assert.deepEqual([again.rows.length, again.sites.length, again.notRun], [6, 4, {}]);
  assert.match(
    toResultsFile(again, []),
    /\n- 1000 stories: 3 runs at 1a2b3c4-dirty on 2026-11-24, a third\n- 10000 stories: 3 runs on 2026-11-23, another\n/,
  );
});

test("the file of results has every goal", () => {
  const text = toResultsFile(results, [{ goal: "fast", reached: "2 s", missedBy: "1 s" }]);
  assert.match(text, /\| fast \| 2 s \| missed by 1 s \|/);
});
