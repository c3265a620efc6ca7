import assert from "node:assert/strict";
import { test } from "node:test";
import { type BuildRow, compareBuilds } from "./build-goals.ts";

const row = (given: Partial<BuildRow>): BuildRow => ({
  stories: 10_000,
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
    { goal: "10000: clean build to Hugo's: at most 1", reached: "1.50", missedBy: "0.50" },
  ]);
});

test("of the builds with everything on the one counts that takes most memory", () => {
  const rows = [
    row({ stories: 100_000, part: "all cold", memory: 3e9 }),
    row({ stories: 100_000, part: "all edited", memory: 4e9 }),
  ];
  assert.deepEqual(compareBuilds(rows, occasions), [
    { goal: "100000: memory with everything on: at most 4 GB", reached: "4.00 GB", missedBy: undefined },
  ]);
});

test("what is just reached is met", () => {
  const [growth] = compareBuilds([row({}), row({ stories: 100_000, wall: 11 })], occasions);
  assert.deepEqual([growth?.reached, growth?.missedBy], ["11.0", undefined]);
});

test("sizes that were measured on different machines are not compared", () => {
  const elsewhere = { ...occasions, 100000: { ...here, machine: "elsewhere" } };
  assert.deepEqual(compareBuilds([row({}), row({ stories: 100_000, wall: 11 })], elsewhere), []);
});
