import assert from "node:assert/strict";
import { test } from "node:test";
import { countOwnWords, isIndexedUnder, OWN_WORDS } from "./own-words.ts";

test("the summary and the insights are counted, and nothing else", () => {
  assert.equal(countOwnWords({}), 0);
  assert.equal(countOwnWords({ summary: "Three own words." }), 3);
  assert.equal(countOwnWords({ summary: "Three own words.", insights: "And **two**." }), 5);
});

test("markup and addresses are no words", () => {
  assert.equal(countOwnWords({ insights: "See [the rule](https://a.example/one/two?three=four)." }), 3);
  assert.equal(countOwnWords({ insights: "See https://a.example/one/two and more" }), 3);
  assert.equal(countOwnWords({ insights: '<p lang="en">See <a href="https://a.example/x">this</a></p>' }), 2);
});

test("only the policy 'original' asks for words", () => {
  const words = (count: number) => ({ summary: "word ".repeat(count) });
  assert.equal(isIndexedUnder("always", {}), true);
  assert.equal(isIndexedUnder("original", words(OWN_WORDS)), true);
  assert.equal(isIndexedUnder("original", words(OWN_WORDS - 1)), false);
});
