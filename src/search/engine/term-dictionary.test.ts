import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { editDistance, editDistanceToPrefix } from "../../lib/edit-distance.ts";
import { wordsOf } from "../../lib/fold.ts";
import { anyText, corpusWords } from "../testing.ts";
import { createTermDictionary, type FuzzyTerm, maxEdits } from "./term-dictionary.ts";

const termDictionaryOf = (words: Iterable<string>) => createTermDictionary([...new Set(words)].sort());

/** Words of few letters, so that many are within a few edits of each other. */
const letters = fc.string({ unit: fc.constantFrom("a", "b", "c", "d"), minLength: 1, maxLength: 9 });
const SLIPS = ["add", "replace", "drop", "swap"] as const;
const slips = fc.array(fc.tuple(fc.constantFrom(...SLIPS), fc.nat({ max: 14 }), fc.constantFrom("a", "e", "x")), {
  maxLength: 3,
});

/** One of the words with up to three slips. */
const misspelt = (words: readonly string[]) =>
  fc
    .tuple(fc.constantFrom(...words), slips)
    .map(([word, some]) =>
      some.reduce((text, [slip, at, letter]) => slipped(text, slip, at % text.length, letter), word),
    );

function slipped(word: string, slip: (typeof SLIPS)[number], at: number, letter: string): string {
  const [before, after] = [word.slice(0, at), word.slice(at)];
  if (slip === "add") return before + letter + after;
  if (slip === "replace") return before + letter + after.slice(1);
  if (slip === "drop") return word.length > 1 ? before + after.slice(1) : word;
  return before + after.slice(1, 2) + after.slice(0, 1) + after.slice(2);
}

/** Every word of the list, measured. */
function measured(words: readonly string[], typed: string, limit: number): FuzzyTerm[] {
  return words.flatMap((word): FuzzyTerm[] => {
    const whole = editDistance(typed, word, limit);
    if (whole <= limit) return [{ word, edits: whole, isPrefix: false }];
    const edits = editDistanceToPrefix(typed, word, limit);
    return typed.length >= 5 && edits <= limit ? [{ word, edits, isPrefix: true }] : [];
  });
}

const byWord = (found: readonly FuzzyTerm[]) => found.toSorted((a, b) => (a.word < b.word ? -1 : 1));

test("no word within the limit is missed, and none beyond it found", () => {
  const vocabulary = fc.oneof(
    fc.array(letters, { minLength: 1, maxLength: 60 }),
    fc.constant(corpusWords),
    fc.array(misspelt(corpusWords), { minLength: 1, maxLength: 30 }),
  );
  const list = vocabulary.chain((words) => fc.record({ words: fc.constant(words), typed: misspelt(words) }));
  fc.assert(
    fc.property(list, fc.integer({ min: 1, max: 2 }), ({ words, typed }, limit) => {
      // One slip is forgiven in four letters, two in nine.
      fc.pre(typed.length >= (limit === 1 ? 4 : 9));
      const termDictionary = termDictionaryOf(words);
      assert.deepEqual(
        byWord(termDictionary.fuzzyTerms(typed, limit)),
        byWord(measured(termDictionary.words, typed, limit)),
      );
    }),
  );
});

test("any one slip in a word of four letters or more is forgiven", () => {
  for (const word of ["fhir", "care", "interop", "terminology", "データベース"]) {
    const termDictionary = termDictionaryOf([...corpusWords, word]);
    for (const slip of SLIPS) {
      for (let at = 0; at <= word.length; at += 1) {
        const typed = slipped(word, slip, at, "x");
        if (typed.length < 4) continue;
        const found = termDictionary.fuzzyTerms(typed, 1).map((one) => one.word);
        assert.ok(found.includes(word), `${word} as ${typed}`);
      }
    }
  }
});

test("whole words come before beginnings, fewer edits before more", () => {
  fc.assert(
    fc.property(fc.array(letters), letters, fc.integer({ min: 1, max: 2 }), (words, typed, limit) => {
      const found = termDictionaryOf(words).fuzzyTerms(typed, limit);
      const ranks = found.map(({ isPrefix, edits }) => Number(isPrefix) * 10 + edits);
      assert.deepEqual(
        ranks,
        ranks.toSorted((a, b) => a - b),
      );
    }),
  );
  assert.deepEqual(termDictionaryOf(["fhirs", "fhir", "fhixed", "thirty"]).fuzzyTerms("fhirx", 1), [
    { word: "fhir", edits: 1, isPrefix: false },
    { word: "fhirs", edits: 1, isPrefix: false },
    { word: "fhixed", edits: 1, isPrefix: true },
  ]);
});

test("a known word is found as itself", () => {
  fc.assert(
    fc.property(fc.array(misspelt(corpusWords), { minLength: 1 }), (words) => {
      const [typed = ""] = words;
      fc.pre(typed.length >= 4);
      assert.deepEqual(termDictionaryOf(words).fuzzyTerms(typed, 1)[0], { word: typed, edits: 0, isPrefix: false });
    }),
  );
});

test("the beginning of a word is found with a slip in it, from five letters on, however short the rest", () => {
  const words = ["interoperability", "vendor", "vendors"];
  const found = (typed: string) =>
    termDictionaryOf(words)
      .fuzzyTerms(typed, 1)
      .map(({ word }) => word);
  assert.deepEqual(found("inteorp"), ["interoperability"]);
  assert.deepEqual(found("inetr"), ["interoperability"]);
  assert.deepEqual(found("vebdo"), ["vendor", "vendors"]);
  assert.deepEqual(found("inet"), []);
});

test("digits and short words are forgiven nothing, long words two edits", () => {
  for (const word of ["", "a", "fhi", "x12", "270", "icd11", "fhir4", "interoperability2", "४ab४ab"])
    assert.equal(maxEdits(word), 0, word);
  for (const word of ["fhir", "medicare", "αβγδ", "データに"]) assert.equal(maxEdits(word), 1, word);
  for (const word of ["eligibili", "interoperability"]) assert.equal(maxEdits(word), 2, word);
});

test("words of hundreds of letters are found like any other", () => {
  const long = "abcdefghij".repeat(29);
  const termDictionary = termDictionaryOf([long, `${long}x`, "fhir"]);
  assert.deepEqual(termDictionary.fuzzyTerms(long.replace("jab", "jba"), 2), [
    { word: long, edits: 1, isPrefix: false },
    { word: `${long}x`, edits: 2, isPrefix: false },
  ]);
});

const anyWord = fc
  .oneof(
    letters,
    anyText.map((text) => wordsOf(text)[0] ?? ""),
    fc.constantFrom("データ", "デ", "𝒶", "𝒷", "𐐀𐐁", "ﷺ", "ｶ", "한국어", "한국", "برمجة", "constructor", "__proto__"),
  )
  .filter(Boolean);

test("the range of a beginning holds all words that begin with it, and no other", () => {
  fc.assert(
    fc.property(fc.array(anyWord, { maxLength: 40 }), anyWord, fc.nat({ max: 4 }), (known, other, length) => {
      const { words, rangeOf } = termDictionaryOf(known);
      for (const typed of [other, ...known, other.slice(0, length), ...known.map((word) => word.slice(0, length))]) {
        const [from, to] = rangeOf(typed);
        assert.deepEqual(
          words.slice(from, to),
          words.filter((word) => word.startsWith(typed)),
        );
      }
    }),
  );
});

test("a word that is known stands first in its range, and one that nothing begins with has an empty one", () => {
  const { words, rangeOf } = termDictionaryOf(["fhir", "fhirs", "fhira", "データ", "データベース", "𝒶𝒷", "𝒶"]);
  assert.equal(words[rangeOf("fhir")[0]], "fhir");
  assert.deepEqual(words.slice(...rangeOf("デ")), ["データ", "データベース"]);
  assert.deepEqual(words.slice(...rangeOf("𝒶")), ["𝒶", "𝒶𝒷"]);
  for (const typed of ["g", "fhirz", "データデ", "\uFFDC"]) {
    const [from, to] = rangeOf(typed);
    assert.equal(from, to, typed);
  }
});

test("a dictionary without words finds nothing", () => {
  const { words, fuzzyTerms, rangeOf } = termDictionaryOf([]);
  assert.deepEqual([words, rangeOf("fhir"), fuzzyTerms("fhir", 1)], [[], [0, 0], []]);
});
