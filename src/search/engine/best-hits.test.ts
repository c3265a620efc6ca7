import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { bestOfKinds, type KindHits } from "./best-hits.ts";

/** The same by sorting everything. */
function sorted(
  ids: readonly number[],
  scores: Float32Array,
  kindOf: (id: number) => number,
  kinds: number,
  limit: number,
) {
  const found: KindHits[] = [];
  for (let kind = 0; kind < kinds; kind += 1) {
    const all = ids.filter((id) => kindOf(id) === kind);
    const best = all.toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b).slice(0, limit);
    if (all.length > 0) found.push({ kind, count: all.length, ids: best });
  }
  return found;
}

const hitsWith = (score: fc.Arbitrary<number>) =>
  fc.array(fc.record({ score, kind: fc.nat({ max: 3 }), isHit: fc.boolean() }), { maxLength: 80 });
const hits = fc.oneof(
  hitsWith(fc.float({ min: 0, max: 20, noNaN: true })),
  hitsWith(fc.constantFrom(0, 0.1, 1, 1.25, 5)),
  hitsWith(fc.nat({ max: 50 }).map((step) => 1 + step / 1e5)),
);

test("the best of each kind are those that come first when all are sorted", () => {
  fc.assert(
    fc.property(hits, fc.integer({ min: 1, max: 30 }), (all, limit) => {
      const scores = Float32Array.from(all, ({ score }) => score);
      const kindOf = (id: number) => all[id]?.kind ?? 0;
      const ids = [...all.keys()].filter((id) => all[id]?.isHit);
      assert.deepEqual(bestOfKinds(ids, scores, kindOf, 4, limit), sorted(ids, scores, kindOf, 4, limit));
    }),
  );
});

test("of twenty thousand equal hits the first in order of id are the best", () => {
  const ids = Array.from({ length: 20_000 }, (_, id) => id);
  const scores = new Float32Array(20_000).fill(2.5);
  assert.deepEqual(
    bestOfKinds(ids, scores, (id) => id % 2, 2, 3),
    [
      { kind: 0, count: 10_000, ids: [0, 2, 4] },
      { kind: 1, count: 10_000, ids: [1, 3, 5] },
    ],
  );
});

test("of twenty thousand hits that get ever better the last are the best", () => {
  const ids = Array.from({ length: 20_000 }, (_, id) => id);
  const scores = Float32Array.from(ids, (id) => 1 + id / 1e6);
  assert.deepEqual(
    bestOfKinds(ids, scores, () => 0, 1, 3),
    [{ kind: 0, count: 20_000, ids: [19_999, 19_998, 19_997] }],
  );
});

test("no hits have no kinds, and hits without a score are hits", () => {
  assert.deepEqual(
    bestOfKinds([], new Float32Array(5), () => 0, 5, 10),
    [],
  );
  assert.deepEqual(
    bestOfKinds([1, 3], new Float32Array(5), () => 4, 5, 10),
    [{ kind: 4, count: 2, ids: [1, 3] }],
  );
});
