import assert from "node:assert/strict";
import { test } from "node:test";
import { countWords } from "./count-words.ts";

test("an apostrophe or a hyphen parts no word", () => {
  assert.equal(countWords("FHIR isn't a 2-word thing."), 5);
});
