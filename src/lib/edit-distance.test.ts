import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { editDistance, editDistanceToPrefix } from "./edit-distance.ts";

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

test("the distance is that of the definition, and beyond the limit one more than that", () => {
  fc.assert(
    fc.property(word, word, limit, (a, b, most) => {
      assert.equal(editDistance(a, b, most), Math.min(reference(a, b), most + 1));
    }),
  );
});

test("it is the same both ways", () => {
  fc.assert(
    fc.property(word, word, limit, (a, b, most) => {
      assert.equal(editDistance(a, b, most), editDistance(b, a, most));
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
  assert.equal(editDistance("kitten", "sitting", 2), 3);
  assert.equal(editDistance("kitten", "sitting", 3), 3);
});

test("the distance to a beginning is the least to any beginning, and beyond the limit one more than that", () => {
  fc.assert(
    fc.property(word, word, limit, (a, b, most) => {
      const beginnings = Array.from({ length: b.length + 1 }, (_, end) => reference(a, b.slice(0, end)));
      assert.equal(editDistanceToPrefix(a, b, most), Math.min(...beginnings, most + 1));
    }),
  );
});

test("what is being typed with a slip is near the beginning of the word, however long that is", () => {
  assert.equal(editDistanceToPrefix("interopr", "interoperability", 2), 1);
  assert.equal(editDistanceToPrefix("intero", "interoperability", 0), 0);
  assert.equal(editDistanceToPrefix("nteroper", "interoperability", 1), 1);
  assert.equal(editDistanceToPrefix("fhir", "interoperability", 2), 3);
  assert.equal(editDistanceToPrefix("", "fhir", 0), 0);
  assert.equal(editDistanceToPrefix("fhir", `fihr${"x".repeat(100_000)}`, 1), 1);
});
