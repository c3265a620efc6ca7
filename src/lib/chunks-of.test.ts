import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { chunksOf } from "./chunks-of.ts";

const self = (size: number) => size;

test("a chunk ends at the count or at the size, whichever comes first", () => {
  assert.deepEqual([...chunksOf([1, 1, 1, 1, 1], self, { maxItems: 2, maxSize: 10 })], [[1, 1], [1, 1], [1]]);
  assert.deepEqual(
    [...chunksOf([4, 4, 4, 1], self, { maxItems: 9, maxSize: 8 })],
    [
      [4, 4],
      [4, 1],
    ],
  );
  assert.deepEqual([...chunksOf([], self, { maxItems: 2, maxSize: 10 })], []);
});

test("what is larger than the limit stands alone", () => {
  assert.deepEqual([...chunksOf([1, 20, 1], self, { maxItems: 9, maxSize: 8 })], [[1], [20], [1]]);
});

test("nothing is lost, moved or repeated, no limit is passed, and no two neighbours would fit in one", () => {
  const limits = fc.record({ maxItems: fc.integer({ min: 1, max: 8 }), maxSize: fc.integer({ min: 1, max: 60 }) });
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 30 })), limits, (items, { maxItems, maxSize }) => {
      const chunks = [...chunksOf(items, self, { maxItems, maxSize })];
      const sum = (chunk: readonly number[]) => chunk.reduce((total, item) => total + item, 0);
      assert.deepEqual(chunks.flat(), items);
      for (const chunk of chunks) {
        assert.ok(chunk.length > 0 && chunk.length <= maxItems);
        assert.ok(sum(chunk) <= maxSize || chunk.length === 1);
      }
      for (const [index, chunk] of chunks.entries()) {
        const next = chunks[index + 1]?.[0];
        if (next !== undefined) assert.ok(chunk.length === maxItems || sum(chunk) + next > maxSize);
      }
    }),
  );
});
