import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { byLabel, byText } from "./order.ts";

test("byLabel is a total order in which case, accents and signs do not lead", () => {
  assert.deepEqual(["Zebra", "#FHIR", "éclair", "Eagle"].sort(byLabel), ["Eagle", "éclair", "#FHIR", "Zebra"]);
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      assert.equal(byLabel(a, b) + byLabel(b, a), 0);
      assert.equal(byLabel(a, b) === 0, a === b);
    }),
  );
});

test("byText agrees on every machine", () => {
  assert.deepEqual(["b", "a", "B", "é"].sort(byText), ["B", "a", "b", "é"]);
});
