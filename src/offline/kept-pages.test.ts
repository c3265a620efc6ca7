import assert from "node:assert/strict";
import { test } from "node:test";
import { formatBytes } from "./kept-pages.ts";

test("sizes are rounded to what a reader can tell apart", () => {
  assert.deepEqual([0, 1, 99_999, 100_000, 8_240_000].map(formatBytes), ["0 kB", "1 kB", "100 kB", "0.1 MB", "8.2 MB"]);
});
