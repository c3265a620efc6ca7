import assert from "node:assert/strict";
import { test } from "node:test";
import { fromFirstHighlight, hasHighlight } from "./highlighted-text.ts";

test("every second piece is a match", () => {
  assert.equal(hasHighlight(["Azure API"]), false);
  assert.equal(hasHighlight(["", "Azure", " API"]), true);
});

test("a long text begins a few words before its first match", () => {
  const start = "A long sentence that says many things before it comes to ";
  assert.deepEqual(fromFirstHighlight([start, "FHIR", " at last"]), [
    "… many things before it comes to ",
    "FHIR",
    " at last",
  ]);
  assert.deepEqual(fromFirstHighlight(["Short, then ", "FHIR"]), ["Short, then ", "FHIR"]);
  assert.deepEqual(fromFirstHighlight([start]), [start], "without a match it stays as it is");
  assert.deepEqual(fromFirstHighlight(["x".repeat(100), "FHIR"]), ["…", "FHIR"], "nor is a word cut in two");
});
