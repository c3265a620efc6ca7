import assert from "node:assert/strict";
import { test } from "node:test";
import { type BuildRow, judgeBuilds } from "./build-goals.ts";

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

test("a goal is judged where all that it takes was measured, and nowhere else", () => {
  assert.deepEqual(judgeBuilds([row({})]), []);
  assert.deepEqual(judgeBuilds([row({ wall: 3 }), row({ peer: "hugo", wall: 2 })]), [
    { goal: "10000: clean build to Hugo's: at most 1", reached: "1.50", missedBy: "0.50" },
  ]);
});

test("what is just reached is met", () => {
  assert.deepEqual(judgeBuilds([row({ stories: 100_000, part: "all cold", memory: 4e9 })]), [
    { goal: "100000: memory with everything on: at most 4 GB", reached: "4.00 GB", missedBy: undefined },
  ]);
  const [growth] = judgeBuilds([row({}), row({ stories: 100_000, wall: 11 })]);
  assert.equal(growth?.missedBy, undefined);
});
