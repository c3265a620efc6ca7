import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { woff2Characters } from "./woff2-characters.ts";

const require = createRequire(import.meta.url);

function fontOf(name: string, subset: string): Buffer {
  return readFileSync(require.resolve(`@fontsource-variable/${name}/files/${name}-${subset}-wght-normal.woff2`));
}

function has(font: Buffer, character: string): boolean {
  const point = character.codePointAt(0) ?? 0;
  return woff2Characters(font).some(([first, last]) => first <= point && point <= last);
}

test("a font has the characters that it draws, and no others", () => {
  const latin = fontOf("bitter", "latin");
  for (const character of "AZaz09 é…€™“") assert.ok(has(latin, character), character);
  for (const character of "ЖΩאع中\u0001") assert.ok(!has(latin, character), character);
  const cyrillic = fontOf("bitter", "cyrillic");
  assert.deepEqual([has(cyrillic, "Ж"), has(cyrillic, "é")], [true, false]);
});

test("characters beyond the first 65,536 are read too", () => {
  // Devanagari's signs for the heads of letters.
  assert.ok(has(fontOf("noto-sans-devanagari", "devanagari"), "\u{11b00}"));
});

test("a slice that is said to serve a character may lack it", () => {
  assert.match(require("@fontsource-variable/roboto-slab/unicode.json")["greek-ext"], /U\+1F00-1FFF/);
  assert.ok(!has(fontOf("roboto-slab", "greek-ext"), "ἀ"));
});

test("the ranges are in order and apart", () => {
  const ranges = woff2Characters(fontOf("noto-sans-devanagari", "devanagari"));
  assert.ok(ranges.length > 3);
  ranges.reduce((before, range) => {
    assert.ok(before[1] < range[0] && range[0] <= range[1], `${before} ${range}`);
    return range;
  });
});

test("what is no WOFF2 font is refused", () => {
  assert.throws(() => woff2Characters(Buffer.from("OTTO and so on")), /no WOFF2 font/);
  assert.throws(() => woff2Characters(fontOf("bitter", "latin").subarray(0, 2000)));
});
