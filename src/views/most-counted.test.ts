import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogOf, healthy } from "../catalog/testing.ts";
import { toMostCounted } from "./most-counted.ts";

const [acme] = catalogOf(healthy({})).organizations;
assert.ok(acme);

test("ten are shown, or all where one would be left over, and the others are behind them", () => {
  const sizesOf = (count: number) => {
    const names = Array.from({ length: count }, (_, index) => ({ ...acme, name: `Name ${index}`, slug: `s${index}` }));
    const { links, more, left } = toMostCounted(names);
    return [links.length, more.length, left];
  };
  assert.deepEqual([0, 10, 11, 12, 110, 111].map(sizesOf), [
    [0, 0, 0],
    [10, 0, 0],
    [11, 0, 0],
    [10, 2, 0],
    [10, 100, 0],
    [10, 100, 1],
  ]);
});
