import assert from "node:assert/strict";
import { test } from "node:test";
import { daysBetween } from "./days-between.ts";

test("days are counted over months, leap days and years", () => {
  assert.equal(daysBetween("2026-11-22", "2026-11-22"), 0);
  assert.equal(daysBetween("2026-11-22", "2026-12-01"), 9);
  assert.equal(daysBetween("2024-02-28", "2024-03-01"), 2);
  assert.equal(daysBetween("2027-01-01", "2026-12-31"), -1);
});
