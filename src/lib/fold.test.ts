import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fold, runsOf, wordsOf } from "./fold.ts";

const pieces = "a I . , - ' ’ 1 000 é ß Σ A. 한 ᄀ ᅡ ᆨ 医 デ ﾃ ﾞ \u3099 ที่ की م ـ ½ ™ \u00ad \u200b \u0301"
  .split(" ")
  .concat(" ", " ");
const texts = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((some) => some.join("")),
);

test("case, accents, signs and compatibility forms do not count", () => {
  assert.equal(fold("  #FHIR — Épic's ﬁle™ Ⅳ "), "fhir epic s file iv");
  assert.equal(fold("hitconsultant.net/2021"), "hitconsultant net 2021");
  assert.equal(fold("İstanbul"), "istanbul");
});

test("words of other scripts stay words", () => {
  assert.equal(fold("واجهات برمجة"), "واجهات برمجة");
  assert.equal(fold("한국어 ハングル"), "한국어 ハン ング グル");
});

test("a letter that another keyboard lacks is spelt without it", () => {
  for (const [text, folded] of Object.entries({
    Gießen: "giessen",
    GIEẞEN: "giessen",
    "Æsop, œuvre, Ørsted": "aesop oeuvre orsted",
    "Łódź, Đorđe, Guðrún, Þór": "lodz dorde gudrun thor",
    "Kadıköy, İZMİR": "kadikoy izmir",
    "Ħamrun, Ŋ, ƒ": "hamrun n f",
    ΟΔΟΣ: "οδοσ",
    Ёлка: "елка",
  })) {
    assert.equal(fold(text), folded);
    assert.equal(fold(text.normalize("NFD")), folded);
  }
});

test("what is not seen neither parts a word nor counts", () => {
  for (const unseen of "\u00ad \u034f \u061c \u115f \u180e \u200b \u200c \u200d \u200e \u202a \u2060 \u2066 \u3164 \ufe0f \ufeff \u{e0061} ™ ®".split(
    " ",
  )) {
    assert.equal(fold(`${unseen}inter${unseen}op${unseen} API`), "interop api", unseen.codePointAt(0)?.toString(16));
    assert.equal(fold(unseen), "");
  }
});

test("dots of an abbreviation and commas of a number are in a word", () => {
  for (const [text, folded] of Object.entries({
    "A.I. in the U.S.": "ai in the us",
    "a.i, É.U., А.Б.": "ai eu аб",
    "J.R.R. Tolkien, J. Doe": "jrr tolkien j doe",
    "Node.js, Ph.D., example.org": "node js ph d example org",
    "1,000 and 12,345,678.90": "1000 and 12345678 90",
    "12,34,567 and 1,00,000": "1234567 and 100000",
    "1'000, 1’000, １，０００, ‘1,000’": "1000 1000 1000 1000",
    "٢٠٢٥, १२, ๓": "2025 12 3",
    "1,2 and 3,14 and 2021,100 and 0057-F": "1 2 and 3 14 and 2021 100 and 0057 f",
    "FHIR 4.0.1": "fhir 4 0 1",
  }))
    assert.equal(fold(text), folded);
});

test("a word begins and ends where two scripts meet, and any part of a run without spaces is in it", () => {
  for (const [text, folded] of Object.entries({
    医療FHIRデータ: "医療 fhir デー ータ",
    基于FHIR的: "基于 fhir 的",
    โรงFHIRยา: "โร รง fhir ยา",
    "FHIR를, الـFHIR, ה-FHIR": "fhir 를 ال fhir ה fhir",
    第3版: "第 3 版",
    ＦＨＩＲ: "fhir",
  }))
    assert.equal(fold(text), folded);
  for (const run of ["電子カルテシステム", "医疗信息互操作", "โรงพยาบาล", "ໂຮງໝໍ", "មន្ទីរពេទ្យ", "ဆေးရုံ"]) {
    const words = wordsOf(run);
    for (let at = 0; at + 3 <= run.length; at += 1)
      for (const word of wordsOf(run.slice(at, at + 3))) assert.ok(words.includes(word), `${run}: ${word}`);
  }
});

test("vowel signs are letters, and points that are left out in writing do not count", () => {
  for (const [a, b] of [
    ["की", "का"],
    ["हिंदी", "हद"],
    ["கி", "கு"],
    ["মা", "মি"],
    ["ガ", "カ"],
    ["ที่", "ที"],
  ] as const)
    assert.notEqual(fold(a), fold(b));
  assert.equal(fold("हिंदी में स्वास्थ्य"), "हिंदी में स्वास्थ्य");
  assert.equal(fold("مُحَمَّد محمــد"), "محمد محمد");
  assert.equal(fold("שָׁלוֹם"), "שלום");
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

test("what is folded is letters, their marks and digits, parted by one space", () => {
  fc.assert(fc.property(texts, (text) => /^(?:[\p{L}\p{N}\p{M}]+(?: [\p{L}\p{N}\p{M}]+)*)?$/u.test(fold(text))));
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

test("runs have the words of the text, and their places in it", () => {
  const places = (text: string) => runsOf(text).map(({ start, end }) => text.slice(start, end));
  assert.deepEqual(places("On “FHIR®”: A.I. for 1,000 in\u00adter\u200bop"), [
    "On",
    "FHIR®",
    "A.I",
    "for",
    "1,000",
    "in\u00adter\u200bop",
  ]);
  assert.deepEqual(places("医療FHIR e\u0301 🩺 ﬁle"), ["医療", "FHIR", "e\u0301", "ﬁle"]);
  fc.assert(
    fc.property(texts, (text) => {
      const runs = runsOf(text);
      assert.deepEqual(
        runs.flatMap(({ words }) => words.map(({ word }) => word)),
        wordsOf(text),
      );
      for (const { start, end, words } of runs)
        for (const word of words) assert.ok(start <= word.start && word.start < word.end && word.end <= end);
    }),
  );
});
