import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { colours, darkColours } from "./colours.ts";

test("the colours are those of the style sheet", () => {
  const css = readFileSync(new URL("../styles/tokens.css", import.meta.url), "utf8");
  const pairs = [...css.matchAll(/--([a-z-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)/g)];
  const light = new Map(pairs.map(([, name, value]) => [name, value]));
  assert.ok(light.size >= 10, "the style sheet is written another way");
  for (const [name, value] of Object.entries(colours)) assert.equal(value, light.get(name), name);
  const dark = new Map(pairs.map(([, name, , value]) => [name, value]));
  for (const [name, value] of Object.entries(darkColours)) assert.equal(value, dark.get(name), name);
});
