import assert from "node:assert/strict";
import { test } from "node:test";
import { directionOf, shareOfRightToLeft } from "./direction.ts";

test("the first letter decides the direction of a text that has both, where no language is stated", () => {
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
