import assert from "node:assert/strict";
import { test } from "node:test";
import { googleRules, invented, unstated } from "./google-rules.ts";

test("nothing is declared as unstated that no rule asks for, or twice", () => {
  for (const { type, property } of unstated) {
    const asked = googleRules.some(
      (rule) => rule.type === type && [...rule.required.flat(), ...rule.recommended].includes(property),
    );
    assert.ok(asked, `${type}.${property}`);
  }
  const names = unstated.map(({ type, property }) => `${type}.${property}`);
  assert.equal(new Set(names).size, names.length);
});

test("what nobody stated is never said to be stated where it is known", () => {
  for (const { property, is } of unstated) if (invented.includes(property)) assert.equal(is, "never");
});
