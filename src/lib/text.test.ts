import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  countWords,
  cutAtWord,
  directionOf,
  dropCutWord,
  formatCount,
  joinWords,
  shareOfRightToLeft,
  squeeze,
} from "./text.ts";

const texts = fc.oneof(
  fc.string({ unit: "binary", maxLength: 120 }),
  fc.array(fc.string({ unit: "grapheme", maxLength: 12 }), { maxLength: 20 }).map((words) => words.join(" ")),
);
const limits = fc.integer({ min: 1, max: 100 });

test("cutAtWord never gives more than the limit", () => {
  fc.assert(fc.property(texts, limits, (text, limit) => assert.ok(cutAtWord(text, limit).length <= limit)));
});

test("cutAtWord gives a prefix of the text, whole characters only", () => {
  fc.assert(
    fc.property(texts, limits, (text, limit) => {
      const cut = cutAtWord(text, limit);
      const clean = squeeze(text);
      if (clean.length <= limit) return assert.equal(cut, clean);
      assert.ok(cut.endsWith("…"));
      assert.ok(clean.startsWith(cut.slice(0, -1)));
      assert.ok(cut.isWellFormed());
      assert.doesNotMatch(cut, /[\s,;:.–—-]…$/u);
    }),
  );
});

test("cutAtWord ends at a word", () => {
  assert.equal(cutAtWord("one two, three four", 12), "one two…");
  assert.equal(cutAtWord("one two", 7), "one two");
  assert.equal(cutAtWord("Donaudampfschiff fahrt", 10), "Donaudamp…");
  assert.equal(cutAtWord("😀😀😀", 4), "😀…");
});

test("dropCutWord drops the broken word of a text cut at a length", () => {
  assert.equal(dropCutWord("to meet interope"), "to meet…");
  assert.equal(dropCutWord("It ended."), "It ended.");
  assert.equal(dropCutWord("so it went, and"), "so it went…");
});

test("the small ones", () => {
  assert.equal(squeeze(" a\n\tb  "), "a b");
  assert.equal(squeeze("a\uFEFFb\u00A0 \u3000c"), "a\uFEFFb c");
  assert.equal(formatCount(1234567), "1,234,567");
  assert.equal(countWords("FHIR isn't a 2-word thing."), 5);
  assert.equal(joinWords(["a", "b", "c"]), "a, b and c");
  assert.equal(joinWords([]), "");
  assert.equal(directionOf("12 – שלום hello"), "rtl");
  assert.equal(directionOf("hello שלום"), "ltr");
});

test("the stated language decides the direction of a text that has both", () => {
  const mixed = ["FHIR: ממשקי API", "FHIR: واجهات", "FHIR: رابط‌ها", "FHIR: معیارات", "API ކޮމް"];
  for (const text of mixed) {
    assert.equal(directionOf(text), "ltr", text);
    for (const language of ["he", "iw", "ar-EG", "fa", "ur", "ckb", "yi", "dv", "az-Arab", "pa-PK"])
      assert.equal(directionOf(text, language), "rtl", `${text} in ${language}`);
    for (const language of ["en", "fr", "he-Latn", "az"]) assert.equal(directionOf(text, language), "ltr", language);
  }
  assert.equal(directionOf("שלום FHIR", "en"), "ltr");
});

test("a text whose letters run one way does so whatever its language", () => {
  assert.equal(directionOf("FHIR R4", "he"), "ltr");
  assert.equal(directionOf("שלום 2026", "en"), "rtl");
  assert.equal(directionOf("الصحـــــة", "en"), "rtl");
  assert.equal(directionOf("2026", "he"), "ltr");
});

test("a tag of no known language decides nothing", () => {
  for (const language of ["xx", "he-a", "zxx", "en-aaaaaaaa-aaaaaaaa"]) {
    assert.equal(directionOf("FHIR שלום", language), "ltr", language);
    assert.equal(directionOf("שלום FHIR", language), "rtl", language);
  }
});

test("the share of right-to-left letters", () => {
  assert.deepEqual(["", "12", "abc", "אבג", "aאbב"].map(shareOfRightToLeft), [0, 0, 0, 1, 0.5]);
});
