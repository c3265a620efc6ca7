import assert from "node:assert/strict";
import { test } from "node:test";
import { fold } from "../lib/fold.ts";
import { looksFor, synonyms } from "./synonyms.ts";

const oneWay = looksFor.flatMap(([typed, wanted]) => [...typed, ...wanted]);

test("every phrase is written as it is compared", () => {
  for (const phrase of [...synonyms.flat(), ...oneWay]) {
    assert.equal(phrase, fold(phrase));
    assert.notEqual(phrase, "");
  }
});

test("no phrase stands twice, in one group or in two", () => {
  const seen = new Set<string>();
  for (const phrase of synonyms.flat()) {
    assert.ok(!seen.has(phrase), phrase);
    seen.add(phrase);
  }
});

test("no group has only one phrase", () => {
  for (const group of synonyms) assert.ok(group.length > 1, group.join());
});

test("what looks for something else does so in one direction only", () => {
  const typed = looksFor.flatMap(([phrases]) => phrases);
  assert.equal(new Set(typed).size, typed.length);
  for (const [phrases, wanted] of looksFor) {
    assert.ok(phrases.length > 0 && wanted.length > 0);
    for (const phrase of phrases) {
      const group = synonyms.find((one) => one.includes(phrase)) ?? [];
      for (const other of wanted) assert.ok(!phrases.includes(other) && !group.includes(other), `${phrase}: ${other}`);
    }
  }
});

test("no phrase has more words than the search reads as one", () => {
  for (const phrase of [...synonyms.flat(), ...oneWay]) assert.ok(phrase.split(" ").length <= 6, phrase);
});
