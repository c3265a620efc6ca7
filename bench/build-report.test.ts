import assert from "node:assert/strict";
import { test } from "node:test";
import {
  assertSamePages,
  type BuildResults,
  dropUnknown,
  mergeResults,
  toResultsFile,
  toSizeTables,
  toText,
} from "./build-report.ts";
import type { Size } from "./build-size.ts";

const site = { size: 1000, files: 20, bytes: 5e6, storyBytes: 17_000, pages: { story: 1000, topic: 46 } };
const cost = { size: 1000, part: "pages clean", runs: 3, cpu: 4, memory: 2e8 } as const;
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
  const other = { ...site, peer: "hugo", pages: { story: 999, topic: 46 } } as const;
  assert.throws(() => assertSamePages([{ ...site, peer: "curalog" }, other]), {
    message: "Of 1000 stories the generators build different pages\n  story: 1000 by curalog, 999 by hugo",
  });
});

test("a table has the ratio to Hugo, and says what was not measured and why", () => {
  const [peers, parts] = toSizeTables(results, 1000).map(toText);
  assert.equal(
    peers,
    [
      "1000 stories: pages alone, clean, nothing cached",
      "generator        seconds  to Hugo  CPU s  memory MB  files  output MB  bytes a story",
      "Curalog Astro 7     3.00     1.50   4.00        200     20        5.0          17000",
      "Hugo 0.111.3        2.00     1.00   4.00        200     20        5.0          17000",
      "eleventy at 1000: not measured, not done in 30 minutes",
    ].join("\n"),
  );
  assert.match(parts ?? "", /^check, one file, edited {5}0\.25/m);
});

test("of the real content the builds with a restored cache are compared, with Astro's as the measure", () => {
  const real = { ...cost, size: "real", part: "all restored" } as const;
  const rows = [
    { ...real, peer: "curalog", wall: 3 },
    { ...real, peer: "astro", wall: 12 },
    { ...real, peer: "curalog", part: "pages clean", wall: 2 },
  ] as const;
  const versions = { curalog: "Curalog Astro 7", astro: "Plain Astro 7" };
  const [peers, parts] = toSizeTables({ ...results, versions, rows }, "real");
  assert.equal(peers?.title, "real content: everything, clean, cache restored");
  assert.deepEqual(
    peers?.rows.map((row) => row.slice(0, 3)),
    [
      ["Curalog Astro 7", "3.00", "0.25"],
      ["Plain Astro 7", "12.00", "1.00"],
    ],
  );
  assert.deepEqual(
    parts?.rows.map(([name]) => name),
    ["pages alone, clean, nothing cached"],
  );
});

test("what an earlier state of the bench measured is dropped where this one does not know it", () => {
  const [row] = results.rows;
  const earlier = JSON.parse(
    JSON.stringify({
      ...results,
      rows: [row, { ...row, part: "all warm" }, { ...row, size: undefined, stories: 1000 }],
      sites: [site, { ...site, size: undefined, stories: 1000 }],
    }),
  );
  const known = dropUnknown(earlier);
  assert.deepEqual([known.rows, known.sites], [[row], [site]]);
});

test("sizes that were not measured now keep their numbers, their day and their machine", () => {
  const toSize = <T extends { readonly size: Size }>(rows: readonly T[]) =>
    rows.map((row) => ({ ...row, size: 10_000 }));
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
