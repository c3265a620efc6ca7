import assert from "node:assert/strict";
import { test } from "node:test";
import { renderMarkdown } from "../lib/html.ts";
import { countInsightsWords, countOwnWords, isIndexedUnder, OWN_WORDS } from "./own-words.ts";

const wordsOf = (insights: string) => countInsightsWords(renderMarkdown(insights));

test("the summary and the insights are counted, and nothing else", () => {
  assert.equal(countOwnWords({ insightsWords: 0 }), 0);
  assert.equal(countOwnWords({ summary: "Three own words.", insightsWords: 0 }), 3);
  assert.equal(countOwnWords({ summary: "Three own words.", insightsWords: wordsOf("And **two**.") }), 5);
});

test("markup and addresses are no words", () => {
  assert.equal(wordsOf("See [the rule](https://a.example/one/two?three=four)."), 3);
  assert.equal(wordsOf("See https://a.example/one/two and more"), 3);
  assert.equal(wordsOf('<p lang="en">See <a href="https://a.example/x">this</a></p>'), 2);
  assert.equal(wordsOf("Two words ![and no others](a.png)\n\n[a]: https://a.example/ 'nor these'"), 2);
});

test("only the policy 'original' asks for words", () => {
  const words = (count: number) => ({ summary: "word ".repeat(count), insightsWords: 0 });
  assert.equal(isIndexedUnder("always", { insightsWords: 0 }), true);
  assert.equal(isIndexedUnder("original", words(OWN_WORDS)), true);
  assert.equal(isIndexedUnder("original", words(OWN_WORDS - 1)), false);
});
