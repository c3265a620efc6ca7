import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { toExcerpt } from "./excerpt.ts";

const show = (line: string, column: number) => {
  const excerpt = toExcerpt(line, column);
  return `${excerpt.line}\n${" ".repeat(excerpt.indent)}^`;
};

test("the caret is under its column", () => {
  assert.equal(show("categories:", 1), "categories:\n^");
  assert.equal(show("  - 'a'", 5), "  - 'a'\n    ^");
  assert.equal(show("link:", 6), "link:\n     ^", "one past the end");
  assert.equal(show("", 1), "\n^");
});

test("a tab is as wide as it is shown, a wide character two cells, a combining mark none", () => {
  assert.equal(show("\ta", 2), "    a\n    ^");
  assert.equal(show("ab\tc", 4), "ab  c\n    ^");
  assert.equal(show("日本: x", 5), "日本: x\n      ^");
  assert.equal(show("e\u0301: x", 5), "e\u0301: x\n   ^");
  assert.equal(show("👩‍👩‍👧: x", 11), "👩‍👩‍👧: x\n    ^");
  assert.equal(show("ﬀ가ｱ x", 5), "ﬀ가ｱ x\n     ^");
});

test("a long line is cut around the caret", () => {
  const { line, indent } = toExcerpt(`${"a".repeat(500)}X${"b".repeat(500)}`, 501);
  assert.equal(line.charAt(indent), "X");
  assert.ok(line.startsWith("…a") && line.endsWith("b…"));
  assert.ok(line.length <= 98);
  assert.match(toExcerpt(`X${"b".repeat(5_000_000)}`, 1).line, /^Xb+…$/);
  assert.equal(toExcerpt(`${"b".repeat(5_000_000)}X`, 5_000_001).line.at(-1), "X");
});

test("nothing in a line moves the cursor or turns the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), fc.nat(320), (line, column) => {
      const excerpt = toExcerpt(line, column + 1);
      assert.doesNotMatch(excerpt.line, /[\p{Cc}\p{Cs}\u202E]/u);
      assert.ok(excerpt.indent >= 0 && excerpt.indent <= 98);
    }),
  );
});
