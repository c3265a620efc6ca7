import assert from "node:assert/strict";
import { test } from "node:test";
import { StoryWords } from "./story-words.ts";

test("the vocabulary decides which words tell little, in whichever form they are written", () => {
  const words = new StoryWords(["releases", "update"]);
  const { titleWords } = words.read("the release updates hapi", "");
  const weights = words.toWeights();
  const [release = -1, update = -1, hapi = -1] = ["release", "update", "hapi"].flatMap((word) => words.find([word]));
  assert.deepEqual(titleWords, [release, update, hapi]);
  assert.deepEqual(
    [release, update, hapi].map((word) => words.isEveryday(word)),
    [true, true, false],
  );
  assert.ok((weights[release] ?? 1) < (weights[hapi] ?? 0) / 2);
});
