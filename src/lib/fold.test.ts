import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fold, wordsOf } from "./fold.ts";

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

test("the short way for text without accents leads to the same as the long one", () => {
  // An accent alone folds to nothing, and sends the whole text the long way.
  const long = (text: string) => fold(`${text}\u0301`);
  const ascii = fc.string({ unit: "binary-ascii", maxLength: 60 });
  fc.assert(fc.property(ascii, (text) => assert.equal(fold(text), long(text))));
  for (let code = 0; code < 0x80; code += 1) {
    const text = `a${String.fromCharCode(code)}b`;
    assert.equal(fold(text), long(text), code.toString(16));
  }
});

test("the words of a text are the parts of its folded form, and none of an empty one", () => {
  assert.deepEqual(wordsOf(" On FHIR: Épic's “API” "), ["on", "fhir", "epic", "s", "api"]);
  assert.deepEqual(wordsOf("FHIR fhir"), ["fhir", "fhir"]);
  for (const text of ["", " ", "#!?", "\u0301"]) assert.deepEqual(wordsOf(text), []);
  fc.assert(
    fc.property(texts, (text) => {
      assert.equal(wordsOf(text).join(" "), fold(text));
      assert.ok(!wordsOf(text).includes(""));
    }),
  );
});
