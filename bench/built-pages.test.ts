import assert from "node:assert/strict";
import { test } from "node:test";
import { differencesOf, pageTypeOf } from "./built-pages.ts";

test("the path of a page tells its type", () => {
  const types = {
    "index.html": "of the site",
    "404.html": "of the site",
    "search/index.html": "of the site",
    "news/index.html": "news list",
    "news/page/2/index.html": "news list",
    "news/2021/index.html": "year",
    "news/former-7/index.html": "former address",
    "news/former-glory/index.html": "story",
    "topic/index.html": "index",
    "topic/hl7-fhir/index.html": "topic",
    "offering/standard/fhir-r4/index.html": "facet",
    "offering/blaze/index.html": "offering",
    "organization/onc/index.html": "organization",
    "author/ann-ames/index.html": "author",
    "tags/index.html": "other",
    "news/page/1/index.html": undefined,
    "offering/page/2/index.html": undefined,
    "offering/standard/fhir-r4/page/3/index.html": undefined,
    "offering/has/interface/index.html": undefined,
    "offering/sandbox/available/index.html": undefined,
    "offering/filters/index.html": undefined,
    "compare/index.html": undefined,
    "following/index.html": undefined,
    "topic/hl7-fhir/2026/page/2/index.html": undefined,
    "news/a-story/index.md": undefined,
  };
  for (const [path, type] of Object.entries(types)) assert.equal(pageTypeOf(path), type, path);
});

test("sites that differ are told by type, with what each has", () => {
  const ours = { name: "Curalog", pages: { story: 10, topic: 3 } };
  assert.deepEqual(differencesOf([ours, { name: "Hugo", pages: { topic: 3, story: 10 } }]), []);
  assert.deepEqual(differencesOf([ours, { name: "Hugo", pages: { story: 10, topic: 2, other: 1 } }]), [
    "topic: 3 by Curalog, 2 by Hugo",
    "other: 0 by Curalog, 1 by Hugo",
  ]);
});
