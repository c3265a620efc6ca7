import assert from "node:assert/strict";
import { test } from "node:test";
import { formatSize } from "./file-size.ts";

test("a size is told in the unit that it is read in", () => {
  const sizes = [1, 999, 1000, 339_600, 999_499, 999_500, 1_049_999, 1_234_567, 45_678_901];
  assert.deepEqual(sizes.map(formatSize), [
    ...["1 byte", "999 bytes", "1 kB", "340 kB", "999 kB", "1 MB", "1 MB", "1.2 MB", "45.7 MB"],
  ]);
});
