import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseContentFile } from "../../ingest/front-matter.ts";
import { formatFrontMatter } from "./format-front-matter.ts";

const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ maxLength: 200 }), fc.lorem({ maxCount: 30 }));
// A lone surrogate is no character and cannot be saved.
const word = text.filter((value) => value.isWellFormed());
const value = fc.oneof(
  word,
  fc.constantFrom("yes", "1.0", "null", "2021-10-14", "- a", "# a", "a: b", " a ", "a\n\n b", "\uFFFD"),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(word, { maxLength: 4 }),
  fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), word, { maxKeys: 4, noNullPrototype: true }),
);

test("what is written parses back to the same values", () => {
  fc.assert(
    fc.property(value, (given) => {
      const data = { title: "A", given, again: given };
      const parsed = parseContentFile(new TextEncoder().encode(formatFrontMatter(data)), "news/2024/a.md");
      assert.ok(parsed.ok, JSON.stringify(parsed));
      assert.deepEqual({ ...parsed.value.data }, data);
      assert.equal(parsed.value.body, "");
    }),
  );
});

test("what another YAML reader would take for a number, a date or a truth value is quoted", () => {
  assert.equal(
    formatFrontMatter({ oncProducts: ["yes", "1.0", "null", "2021-10-14", "Alpha's #1"] }),
    "---\noncProducts:\n  - 'yes'\n  - '1.0'\n  - 'null'\n  - '2021-10-14'\n  - 'Alpha''s #1'\n---\n",
  );
});
