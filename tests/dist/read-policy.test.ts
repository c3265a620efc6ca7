import assert from "node:assert/strict";
import { test } from "node:test";
import { readPolicy } from "./read-policy.ts";

test("of a directive that stands twice the first counts", () => {
  assert.deepEqual([...readPolicy("Script-Src 'self'; script-src *;;  ")], [["script-src", ["'self'"]]]);
});
