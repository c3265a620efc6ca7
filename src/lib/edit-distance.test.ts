import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { editDistance } from "./edit-distance.ts";

/** Optimal string alignment by its definition. */
function reference(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const [restA, restB] = [a.slice(1), b.slice(1)];
  const isSwap = a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0];
  return Math.min(
    reference(restA, b) + 1,
    reference(a, restB) + 1,
    reference(restA, restB) + (a[0] === b[0] ? 0 : 1),
    isSwap ? reference(a.slice(2), b.slice(2)) + 1 : Number.POSITIVE_INFINITY,
  );
}

const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 6 });
const limit = fc.integer({ min: 0, max: 6 });

test("the distance is that of the definition, and beyond the limit just that", () => {
  fc.assert(
    fc.property(word, word, limit, (a, b, most) => {
      const expected = reference(a, b);
      const found = editDistance(a, b, most);
      if (expected <= most) assert.equal(found, expected);
      else assert.ok(found > most);
    }),
  );
});

test("it is the same both ways, within the limit", () => {
  fc.assert(
    fc.property(word, word, limit, (a, b, most) => {
      assert.equal(Math.min(editDistance(a, b, most), most + 1), Math.min(editDistance(b, a, most), most + 1));
    }),
  );
});

test("a letter added, removed, replaced or swapped with its neighbour counts one", () => {
  for (const other of ["fhiir", "fhr", "fhix", "fihr", "hfir"]) assert.equal(editDistance("fhir", other, 2), 1, other);
  assert.equal(editDistance("fhir", "fhir", 0), 0);
  assert.equal(editDistance("", "ab", 2), 2);
});

test("it gives up beyond the limit", () => {
  assert.equal(editDistance("a".repeat(100_000), "b", 2), 3);
  assert.ok(editDistance("kitten", "sitting", 2) > 2);
  assert.equal(editDistance("kitten", "sitting", 3), 3);
});
