import assert from "node:assert/strict";
import { test } from "node:test";
import { isSlip, nearest, onlySlip } from "./nearest.ts";

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

test("onlySlip finds the one name that is meant", () => {
  assert.equal(onlySlip("sumary", ["summary", "title"]), "summary");
  assert.equal(onlySlip("titel", ["title", "link"]), "title", "a swap is one edit");
  assert.equal(onlySlip("hl7: fhir", ["HL7: FHIR"]), "HL7: FHIR", "case alone");
});

test("onlySlip finds none where two are as near, where a digit or a sign differs, and in short words", () => {
  assert.equal(onlySlip("draft", ["draft1", "drafts"]), undefined);
  assert.equal(onlySlip("HL7: FHIR R4", ["HL7: FHIR R5"]), undefined);
  assert.equal(onlySlip("HL7: FHIR", ["HL7: FHIR 1"]), undefined);
  for (const [written, name] of [
    ["Acme: C#", "Acme: C++"],
    ["Acme: C", "Acme: C++"],
    ["Health: R&D", "Health: RD"],
  ] as const) {
    assert.equal(onlySlip(written, [name]), undefined);
  }
  assert.equal(onlySlip("Helth: R&D", ["Health: R&D"]), "Health: R&D");
  assert.equal(onlySlip("vim", ["via"]), undefined);
  assert.equal(onlySlip("title", ["title"]), undefined, "what is right already");
  assert.equal(onlySlip("title", []), undefined);
  assert.equal(onlySlip("", ["id"]), undefined);
});
