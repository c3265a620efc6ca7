import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { dropBlank } from "./drop-blank.ts";

const values = fc.object({
  key: fc.oneof(fc.string(), fc.constantFrom("__proto__", "constructor", "toString")),
  values: [fc.string(), fc.constantFrom("", " ", "\n", null), fc.integer(), fc.boolean()],
  maxDepth: 4,
});

function hasBlank(value: unknown): boolean {
  if (typeof value === "string") return value.trim() === "";
  if (value === null || value === undefined) return true;
  return typeof value === "object" && Object.values(value).some(hasBlank);
}

test("no blank value is left, however deep", () => {
  fc.assert(fc.property(values, (value) => assert.ok(!hasBlank(dropBlank(value)))));
});

test("what is dropped once is dropped", () => {
  fc.assert(fc.property(values, (value) => assert.deepEqual(dropBlank(dropBlank(value)), dropBlank(value))));
});

test("the given value is left as it was", () => {
  fc.assert(
    fc.property(values, (value) => {
      const before = structuredClone(value);
      dropBlank(value);
      assert.deepEqual(value, before);
    }),
  );
});

test("null, '' and ' ' mean absent; zero, false and empty lists do not", () => {
  for (const blank of [null, undefined, "", " ", "\n\t"]) assert.equal(dropBlank(blank), undefined);
  for (const left of [0, false, " x ", Number.NaN]) assert.equal(dropBlank(left), left);
  assert.deepEqual(dropBlank([null, "a", " ", []]), ["a", []]);
});

test("keys that name the prototype are ordinary keys", () => {
  const result = dropBlank(JSON.parse('{"__proto__": {"a": 1, "b": ""}, "constructor": "x"}')) as object;
  assert.equal(Object.getPrototypeOf(result), null);
  assert.equal(JSON.stringify(result), '{"__proto__":{"a":1},"constructor":"x"}');
});
