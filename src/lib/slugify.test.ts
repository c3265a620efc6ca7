import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { byteLength, cutSlug, isDeviceName, isSlug, slugify } from "./slugify.ts";

const names = fc.oneof(fc.string({ unit: "binary", maxLength: 40 }), fc.string({ unit: "grapheme", maxLength: 40 }));

test("slugify spells names as URL segments", () => {
  const table = {
    "Gartner: Application Programming Interface (API)": "gartner-application-programming-interface-api",
    "Symplur: #FHIR": "symplur-fhir",
    "Kenneth D. Mandl": "kenneth-d-mandl",
    "Crème Brûlée™ & Co.": "creme-brulee-co",
    "HL7®: C-CDA 2.1": "hl7-c-cda-2-1",
    データ: "データ",
    ﾃﾞｰﾀ: "データ",
    "がき かき": "がき-かき",
    किरण: "किरण",
    "Ἀθηνᾶ Йод": "αθηνα-иод",
    "1️⃣ ❤️ x": "1-x",
    "\u0301a": "a",
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
      fc.pre(cutSlug(slug) === slug && !isDeviceName(slug));
      assert.ok(slug === "" || isSlug(slug), slug);
    }),
  );
});

test("slugify composes what it keeps", () => {
  fc.assert(fc.property(names, (name) => assert.equal(slugify(name), slugify(name).normalize("NFC"))));
  assert.equal(slugify("か\u3099"), "が");
});

test("people whose names differ by a mark of their script are two", () => {
  for (const [one, other] of [
    ["バン", "パン"],
    ["कमल", "कोमल"],
  ] as const) {
    assert.notEqual(slugify(one), slugify(other));
  }
});

test("isSlug refuses what could leave its URL segment", () => {
  for (const bad of [
    "",
    "-",
    "a-",
    "-a",
    "a--b",
    "A",
    "a/b",
    "..",
    "a.b",
    "a b",
    "a\n",
    "%61",
    "a".repeat(121),
    "デ".repeat(67),
    "\u0301",
    "か\u3099",
    "con",
    "aux",
    "nul",
    "prn",
    "com1",
    "lpt9",
    "com¹",
  ]) {
    assert.equal(isSlug(bad), false, JSON.stringify(bad));
  }
  for (const good of [
    "a",
    "con-2",
    "console",
    "com",
    "com10",
    "aux-in",
    "2021",
    "a-b-3",
    "هل-7",
    "データ",
    "किरण",
    "デ".repeat(66),
    "𝒶".repeat(50),
    "a".repeat(120),
  ])
    assert.equal(isSlug(good), true, good);
});

test("cutSlug cuts at a hyphen, else between characters", () => {
  assert.equal(cutSlug("one-two", 7), "one-two");
  assert.equal(cutSlug("one-two", 6), "one");
  assert.equal(cutSlug("one-two", 3), "one");
  assert.equal(cutSlug("one-two", 2), "on");
  assert.equal(cutSlug("a-family", 6), "a-fami", "a cut that leaves next to nothing is none");
  assert.equal(cutSlug("𝒶𝒶", 1), "𝒶");
  assert.equal(cutSlug("𝒶".repeat(51)), "𝒶".repeat(50));
});

test("a cut slug is a slug that fits a file name", () => {
  const long = fc.string({ unit: "grapheme", minLength: 60, maxLength: 400 });
  fc.assert(
    fc.property(long, (name) => {
      const slug = cutSlug(slugify(name));
      assert.ok(slug === "" || isSlug(slug), slug);
      assert.ok(byteLength(slug) <= 200);
    }),
  );
});
