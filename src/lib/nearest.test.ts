import assert from "node:assert/strict";
import { test } from "node:test";
import { isSlip, nearest } from "./nearest.ts";

test("nearest names the closest first and leaves strangers out", () => {
  assert.deepEqual(nearest("fihr", ["HL7: FHIR", "fhir", "fire", "telehealth"]), ["fhir", "fire"]);
  assert.deepEqual(nearest("FHIR", ["HL7: FHIR", "telehealth"]), ["HL7: FHIR"]);
  assert.deepEqual(nearest("zebra", ["fhir"]), []);
});

test("isSlip is two edits at most, and not the same", () => {
  assert.equal(isSlip("catgories", "categories"), true);
  assert.equal(isSlip("Title", "title"), true);
  assert.equal(isSlip("title", "title"), false);
  assert.equal(isSlip("heading", "title"), false);
});
