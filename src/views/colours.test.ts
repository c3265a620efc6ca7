import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { colours } from "./colours.ts";

test("the colours are the light ones of the style sheet", () => {
  const css = readFileSync(new URL("../styles/tokens.css", import.meta.url), "utf8");
  const light = new Map(
    [...css.matchAll(/--([a-z-]+): light-dark\((#[\da-f]{6}),/g)].map(([, name, value]) => [name, value]),
  );
  assert.ok(light.size >= 10, "the style sheet is written another way");
  for (const [name, value] of Object.entries(colours)) assert.equal(value, light.get(name), name);
});
