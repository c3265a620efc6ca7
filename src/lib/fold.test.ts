import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fold } from "./fold.ts";

const texts = fc.oneof(fc.string({ unit: "binary", maxLength: 60 }), fc.string({ unit: "grapheme", maxLength: 60 }));

test("case, accents, signs and compatibility forms do not count", () => {
  assert.equal(fold("  #FHIR — Épic's ﬁle™ Ⅳ "), "fhir epic s filetm iv");
  assert.equal(fold("hitconsultant.net/2021"), "hitconsultant net 2021");
  assert.equal(fold("İstanbul"), "istanbul");
});

test("words of other scripts stay words", () => {
  assert.equal(fold("واجهات برمجة"), "واجهات برمجة");
  assert.equal(fold("한국어 データ"), "한국어 テータ");
});

test("text without a letter or digit folds to nothing", () => {
  for (const text of ["", " \n", "#!?", "\u0301", "🙂", "\ud800"]) assert.equal(fold(text), "");
});

test("folding twice changes nothing more", () => {
  fc.assert(fc.property(texts, (text) => fold(fold(text)) === fold(text)));
  for (let code = 0; code <= 0xffff; code += 1) {
    const once = fold(String.fromCharCode(code));
    assert.equal(fold(once), once, code.toString(16));
  }
});

test("what is folded is letters and digits, parted by one space", () => {
  fc.assert(fc.property(texts, (text) => /^(?:[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*)?$/u.test(fold(text))));
});

test("composed and decomposed spellings fold to the same", () => {
  fc.assert(fc.property(texts, (text) => fold(text.normalize("NFD")) === fold(text.normalize("NFC"))));
});
