import assert from "node:assert/strict";
import { test } from "node:test";
import { memoizeLast } from "./memoize-last.ts";

test("an answer is that of its arguments, and made once for the same ones in a row", () => {
  const asked: string[] = [];
  const join = memoizeLast((...parts: string[]) => {
    asked.push(parts.join());
    return parts.join("-");
  });
  const answers = [join("a", "b"), join("a", "b"), join("a"), join("a", "b"), join(), join()];
  assert.deepEqual(answers, ["a-b", "a-b", "a", "a-b", "", ""]);
  assert.deepEqual(asked, ["a,b", "a", "a,b", ""]);
});

test("what failed is tried again", () => {
  let times = 0;
  const fail = memoizeLast((_: number) => {
    times += 1;
    throw new Error("no");
  });
  assert.throws(() => fail(1));
  assert.throws(() => fail(1));
  assert.equal(times, 2);
});
