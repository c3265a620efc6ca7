import assert from "node:assert/strict";
import { test } from "node:test";
import { fromFirstMark, hasMark } from "./highlighted-text.ts";

test("every second piece is a match", () => {
  assert.equal(hasMark(["Azure API"]), false);
  assert.equal(hasMark(["", "Azure", " API"]), true);
});

test("a long text begins a few words before its first match", () => {
  const start = "A long sentence that says many things before it comes to ";
  assert.deepEqual(fromFirstMark([start, "FHIR", " at last"]), [
    "… many things before it comes to ",
    "FHIR",
    " at last",
  ]);
  assert.deepEqual(fromFirstMark(["Short, then ", "FHIR"]), ["Short, then ", "FHIR"]);
  assert.deepEqual(fromFirstMark([start]), [start], "without a match it stays as it is");
  assert.deepEqual(fromFirstMark(["x".repeat(100), "FHIR"]), ["…", "FHIR"], "nor is a word cut in two");
});
