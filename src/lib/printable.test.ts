import assert from "node:assert/strict";
import { test } from "node:test";
import { printable, printableLine } from "./printable.ts";

test("what a terminal would obey is replaced", () => {
  assert.equal(printable("a\u001B[31mb\u202Ec\u2028\0"), "a\uFFFD[31mb\uFFFDc\uFFFD\uFFFD");
  assert.equal(printable("\u{1F469}\u200D\u{1F4BB} \uD83D"), "\u{1F469}\u200D\u{1F4BB} \uFFFD");
});

test("a line has no line ends, and is cut at its limit", () => {
  assert.equal(printableLine(" a\r\n\tb\u202Ec ", 20), "a b\uFFFDc");
  assert.equal(printableLine("one two three", 9), "one two…");
  assert.equal(printableLine("\u{1F469}".repeat(9), 10), `${"\u{1F469}".repeat(4)}…`);
});
