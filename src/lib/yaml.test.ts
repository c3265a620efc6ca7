import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { stringify } from "yaml";
import { formatYaml } from "./yaml.ts";

const word = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      "a",
      "Bulk Data",
      "true",
      "NULL",
      "no",
      "2026-01-02",
      "2026-01",
      "2026",
      "https://a.example/b?c=1&d=%20#e",
    ),
  },
  { weight: 4, arbitrary: fc.constantFrom(..."-?:,[]{}#&*!|>'\"%@` \t\n\r.~=/\\0é") },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme" }) },
);
const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(""));

test("the fields are those that the library writes", () => {
  fc.assert(
    fc.property(fc.record({ title: text, url: text, topics: fc.array(text, { minLength: 1 }) }), (fields) => {
      assert.equal(formatYaml(fields), stringify(fields, { lineWidth: 0 }));
    }),
  );
});
