import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { createScoreboard } from "./scoreboard.ts";

const entries = "abcdefgh".split("").map((name) => ({ name }));
type Entry = (typeof entries)[number];
const pick = (names: string) => entries.filter(({ name }) => names.includes(name));
const nameAll = (found: readonly Entry[]) => found.map(({ name }) => name).join("");

test("the highest scores come first, ties in the order of the board", () => {
  const board = createScoreboard(entries, 8);
  board.add(pick("bdf"), 1);
  board.add(pick("adf"), 1);
  assert.equal(nameAll(board.take(3, () => true)), "dfa");
});

test("what is not wanted does not come, and a bonus counts", () => {
  const board = createScoreboard(entries, 8);
  board.add(pick("abc"), 1);
  assert.equal(
    nameAll(
      board.take(
        2,
        ({ name }) => name !== "a",
        ({ name }) => (name === "c" ? 1 : 0),
      ),
    ),
    "cb",
  );
});

test("a question leaves nothing for the next one", () => {
  const board = createScoreboard(entries, 8);
  board.add(pick("abc"), 1);
  board.take(1, () => true);
  assert.deepEqual(
    board.take(9, () => true),
    [],
  );
});

test("of a long list only the beginning is looked at", () => {
  const board = createScoreboard(entries, 2);
  board.add(entries, 1);
  assert.equal(nameAll(board.take(9, () => true)), "ab");
});

test("the answer is that of sorting everything", () => {
  const lists = fc.array(fc.tuple(fc.uniqueArray(fc.constantFrom(...entries)), fc.constantFrom(0.5, 1, 2)), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(lists, fc.nat({ max: 9 }), fc.constantFrom(...entries), (added, limit, unwanted) => {
      const board = createScoreboard(entries, 8);
      const scores = new Map<Entry, number>();
      for (const [list, weight] of added) {
        board.add(list, weight);
        for (const entry of list) scores.set(entry, (scores.get(entry) ?? 0) + weight);
      }
      const sorted = [...scores]
        .filter(([entry]) => entry !== unwanted)
        .sort(([a, x], [b, y]) => y - x || entries.indexOf(a) - entries.indexOf(b))
        .slice(0, limit)
        .map(([entry]) => entry);
      assert.deepEqual(
        board.take(limit, (entry) => entry !== unwanted),
        sorted,
      );
    }),
  );
});
