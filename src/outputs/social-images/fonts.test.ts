import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { findFontFile, fontFilesFor, fontStacks, packageFile, toDrawable } from "./fonts.ts";
import { titles } from "./testing.ts";

const stacks = ["serif", "sans"] as const;

for (const [script, title] of Object.entries(titles)) {
  test(`${script}: every character has a font, and the text stays as it is`, () => {
    for (const stack of stacks) {
      assert.equal(toDrawable(title, stack), title);
      const files = fontFilesFor(title, stack);
      assert.ok(files.length > 0);
      for (const { path } of files) assert.ok(existsSync(path), path);
    }
  });
}

test("the fonts of the site come first, and a image reads no more files than its text needs", () => {
  const families = (text: string, stack: (typeof stacks)[number]) =>
    fontFilesFor(text, stack).map(({ family }) => family);
  assert.deepEqual(families("A plain title", "serif"), ["Bitter"]);
  assert.deepEqual(families("A plain fact", "sans"), ["Public Sans"]);
  assert.deepEqual(families("Ж", "serif"), ["Bitter"]);
  assert.deepEqual(families("Ж", "sans"), ["Roboto Slab"]);
  assert.deepEqual(families("中", "serif"), ["Noto Sans SC"]);
});

test("emoji, controls, and what turns the direction of a text are left out", () => {
  assert.equal(toDrawable("Ship it 🚀 now 👩‍⚕️🇩🇪", "serif"), "Ship it now");
  assert.equal(toDrawable("\u202eevil\u0000 \u200btext\ufe0f", "serif"), "evil text");
  assert.equal(toDrawable("half \ud800 a pair, private \ue000", "serif"), "half a pair, private");
  assert.equal(toDrawable("  a \n\t b  ", "serif"), "a b");
});

test("signs that are emoji only by name stay", () => {
  assert.equal(toDrawable("Epic™ © 2026 #1", "serif"), "Epic™ © 2026 #1");
});

test("a letter that no font has gives way to its plain form", () => {
  assert.equal(toDrawable("ἀρχή", "serif"), "αρχή");
  assert.equal(toDrawable("𝕳ello", "serif"), "Hello");
});

test("a text of which too much would be missing is not drawn at all", () => {
  assert.equal(toDrawable("สุขภาพ", "serif"), undefined);
  assert.equal(toDrawable("สุขภาพ API", "serif"), undefined);
  assert.equal(toDrawable("A health service, สุข", "serif"), "A health service,");
  assert.equal(toDrawable("🚀", "serif"), undefined);
  assert.equal(toDrawable("", "serif"), undefined);
});

test("whatever comes in, what is drawn has a glyph for each character, and is drawn again as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
      const drawable = toDrawable(`${text} and enough words`, "serif");
      if (drawable === undefined) return;
      for (const character of drawable)
        assert.ok(/[ \u200c\u200d]/.test(character) || findFontFile(character.codePointAt(0) ?? 0, "serif"), character);
      assert.equal(toDrawable(drawable, "serif"), drawable);
    }),
  );
});

test("every family is an installed package", () => {
  for (const { id } of [...fontStacks.serif, ...fontStacks.sans]) {
    assert.ok(existsSync(packageFile(`@fontsource-variable/${id}`)));
  }
  assert.throws(() => packageFile("@fontsource-variable/no-such-font"), /no-such-font/);
});

test("a character that a font is said to have, but lacks, is drawn by none", () => {
  // The style sheet of this subset promises all of U+1F00-1FFF.
  assert.equal(findFontFile("ἀ".codePointAt(0) ?? 0, "serif"), undefined);
  // Beyond the first 65,536: a Devanagari sign for the heads of letters.
  assert.equal(findFontFile(0x11b00, "serif")?.family, "Noto Sans Devanagari");
});
