import assert from "node:assert/strict";
import { test } from "node:test";
import { breakableAddress, breakableName, partsOfAddress, splitAtHyphenated, withWholeWords } from "./line-breaks.ts";

test("an address breaks behind its dots and slashes, but not within a row of them", () => {
  assert.deepEqual(partsOfAddress("docs.acme.example/api/v1/"), ["docs.", "acme.", "example/", "api/", "v1/"]);
  assert.deepEqual(partsOfAddress("https://acme.example"), ["https://", "acme.", "example"]);
  assert.deepEqual(partsOfAddress("FHIR R4, acme.example. Not tested."), ["FHIR R4, acme.", "example. Not tested."]);
  assert.equal(breakableAddress("<b>.example"), "&lt;b&gt;.<wbr>example");
});

test("a name breaks before its capital letters, but not within an abbreviation", () => {
  assert.equal(breakableName("MedicinalProductDefinition"), "Medicinal<wbr>Product<wbr>Definition");
  assert.equal(breakableName("VRDRDeath"), "VRDRDeath");
});

test("words with a hyphen are told from the rest, with their commas", () => {
  assert.deepEqual(splitAtHyphenated("declared: C-CDA, FHIR R4"), ["declared: ", "C-CDA,", " FHIR R4"]);
  assert.deepEqual(splitAtHyphenated("BSD-3-Clause"), ["", "BSD-3-Clause", ""]);
  assert.deepEqual(splitAtHyphenated("a - b"), ["a - b"]);
  assert.equal(withWholeWords("<i>, C-CDA"), '&lt;i&gt;, <span class="whole">C-CDA</span>');
});
