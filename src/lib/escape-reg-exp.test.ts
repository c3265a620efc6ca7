import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { escapeRegExp } from "./escape-reg-exp.ts";

test("any text is taken literally", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string(), (text, other) => {
      const expression = new RegExp(`^${escapeRegExp(text)}$`);
      assert.ok(expression.test(text));
      assert.equal(expression.test(other), text === other);
    }),
  );
});
