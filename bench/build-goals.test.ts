import assert from "node:assert/strict";
import { test } from "node:test";
import { type BuildRow, compareBuilds } from "./build-goals.ts";

const row = (given: Partial<BuildRow>): BuildRow => ({
  size: 10_000,
  peer: "curalog",
  part: "pages clean",
  runs: 3,
  wall: 1,
  cpu: 1,
  memory: 1e9,
  ...given,
});

const here = { date: "2026-11-22", machine: "here" };
const occasions = { 10000: here, 100000: here };

test("a goal is judged where all that it takes was measured, and nowhere else", () => {
  assert.deepEqual(compareBuilds([row({})], occasions), []);
  assert.deepEqual(compareBuilds([row({ wall: 3 }), row({ peer: "hugo", wall: 2 })], occasions), [
    {
      goal: "10000: pages alone, nothing cached, to Hugo's clean build: at most 0.8",
      reached: "1.50",
      missedBy: "0.70",
    },
  ]);
});

test("an edit of the real content has its seconds as a goal, and plain Astro's", () => {
  const edited = row({ size: "real", part: "all edited", wall: 1.5 });
  const astro = row({ size: "real", peer: "astro", part: "all restored", wall: 12 });
  assert.deepEqual(
    compareBuilds([edited, astro], {}).map(({ reached, missedBy }) => [reached, missedBy]),
    [
      ["1.50 s", undefined],
      ["0.125", undefined],
    ],
  );
});

test("the time of 200 social images is that of one", () => {
  const [image] = compareBuilds([row({ size: "real", part: "social images", wall: 0.6 })], {});
  assert.deepEqual([image?.reached, image?.missedBy], ["3.00 ms", "0.50 ms"]);
});

test("of the builds with everything on the one counts that takes most memory", () => {
  const parts = ["all cold", "all edited", "all edited again", "all unchanged", "all restored"] as const;
  const rows = parts.map((part, at) => row({ size: 50_000, part, memory: (at === 1 ? 2.25 : 1) * 1e9 }));
  assert.deepEqual(compareBuilds(rows.slice(1), occasions), []);
  assert.deepEqual(compareBuilds(rows, occasions), [
    { goal: "50000: memory with everything on: at most 2.5 GB", reached: "2.25 GB", missedBy: undefined },
  ]);
});

test("what is just reached is met", () => {
  const [growth] = compareBuilds([row({}), row({ size: 100_000, wall: 11 })], occasions);
  assert.deepEqual([growth?.reached, growth?.missedBy], ["11.0", undefined]);
});

test("sizes that were measured on different machines are not compared", () => {
  const elsewhere = { ...occasions, 100000: { ...here, machine: "elsewhere" } };
  assert.deepEqual(compareBuilds([row({}), row({ size: 100_000, wall: 11 })], elsewhere), []);
});
