import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isSlug, slugify } from "./slugify.ts";

const names = fc.oneof(fc.string({ unit: "binary", maxLength: 40 }), fc.string({ unit: "grapheme", maxLength: 40 }));

test("slugify spells names as URL segments", () => {
  const table = {
    "Gartner: Application Programming Interface (API)": "gartner-application-programming-interface-api",
    "Symplur: #FHIR": "symplur-fhir",
    "Kenneth D. Mandl": "kenneth-d-mandl",
    "Crème Brûlée™ & Co.": "creme-brulee-co",
    "HL7®: C-CDA 2.1": "hl7-c-cda-2-1",
    データ: "テータ",
    "–": "",
    __proto__x: "proto-x",
  };
  for (const [name, expected] of Object.entries(table)) assert.equal(slugify(name), expected, name);
});

test("slugify of a slug is the slug", () => {
  fc.assert(fc.property(names, (name) => assert.equal(slugify(slugify(name)), slugify(name))));
});

test("slugify gives a slug or nothing", () => {
  fc.assert(
    fc.property(names, (name) => {
      const slug = slugify(name);
      fc.pre(slug.length <= 120);
      assert.ok(slug === "" || isSlug(slug), slug);
    }),
  );
});

test("isSlug refuses what could leave its URL segment", () => {
  for (const bad of ["", "-", "a-", "-a", "a--b", "A", "a/b", "..", "a.b", "a b", "a\n", "%61", "a".repeat(121)]) {
    assert.equal(isSlug(bad), false, JSON.stringify(bad));
  }
  for (const good of ["a", "2021", "a-b-3", "هل-7", "データ", "a".repeat(120)]) assert.equal(isSlug(good), true, good);
});
