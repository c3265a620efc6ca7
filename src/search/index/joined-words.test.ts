import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { wordsOf } from "../../lib/fold.ts";
import { anyText } from "../testing.ts";
import { joinedWordsOf } from "./joined-words.ts";

test("words with one sign between them are one word besides", () => {
  for (const [text, joined] of Object.entries({
    "Node.js for pre-op care": ["nodejs_", "preop_"],
    "state-of-the-art": ["stateof_", "stateofthe_", "ofthe_", "oftheart_", "theart_"],
    "R&D of O’Reilly, Ph.D.": ["rd_", "oreilly_", "phd_"],
    "1.000 or 12 000 000": ["1000_", "12000_", "12000000_", "000000_"],
    "col·lecció, Hawaiʻi": ["colleccio_", "hawaii_"],
    "FHIR® (R4) – and 4.0.1, 2021-22, 10 2000": [],
    "a, b; c": [],
  }))
    assert.deepEqual(joinedWordsOf(text), joined, text);
});

test("each character of a run without spaces is a word, and a middle dot parts none", () => {
  assert.deepEqual(joinedWordsOf("名医"), ["名", "医"]);
  assert.ok(joinedWordsOf("カルテ・システム").includes("テシ"));
});

test("no joined word is one that somebody wrote", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const words = wordsOf(text);
      for (const word of joinedWordsOf(text)) if (word.endsWith("_")) assert.ok(!words.includes(word));
    }),
  );
});
