import assert from "node:assert/strict";
import { test } from "node:test";
import { findForeignMetadata, foreignValues } from "./check-foreign-metadata.ts";
import { siteOf } from "./testing.ts";

const ARTICLE = [
  "---",
  "link:",
  "  href: https://source.example/a#.YWhS",
  "htmlMetaData:",
  "  google-site-verification: abc12345",
  "  title: A story",
  "  fb:app_id: 1",
  "  robots: index, follow",
  "twitterMetaData:",
  "  twitter:image: null",
  "---",
  "Body",
].join("\n");

test("the values that are the source's alone are found, with the tracker of its address", () => {
  assert.deepEqual(foreignValues(ARTICLE), ["abc12345", "#.YWhS"]);
});

test("a value or a name in any file is found", () => {
  const site = siteOf({
    "index.html": '<meta name="google-site-verification">',
    "a.json": '"abc12345"',
    "b.json": "{}",
  });
  assert.deepEqual(findForeignMetadata(site, foreignValues(ARTICLE)).violations, [
    { where: "a.json", message: "contains abc12345" },
    { where: "index.html", message: "contains google-site-verification" },
  ]);
});
