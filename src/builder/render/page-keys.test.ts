import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogOf, type Files, healthy, news } from "../../catalog/testing.ts";
import { createPageKeys } from "./page-keys.ts";

const story = (lines: Record<string, string> = {}) =>
  news({ title: "The story", link: "https://a.example/1", ...lines });
const other = (lines: Record<string, string> = {}) => news({ title: "Another", link: "https://a.example/2", ...lines });
const FILES = healthy({ "news/2026/story.md": story(), "news/2026/other.md": other() });

/** The key of a path when these files are changed. */
function keyOf(
  path: string,
  changed: Files = {},
  digestOf: (file: string) => string = () => "same",
): string | undefined {
  return createPageKeys(catalogOf({ ...FILES, ...changed }), digestOf)(path);
}

test("a page and the page as Markdown have one key, the same each time", () => {
  const key = keyOf("/news/story/");
  assert.match(key ?? "", /^[\w-]{22}$/);
  assert.equal(keyOf("/news/story/"), key);
  assert.equal(keyOf("/news/story/index.md"), key);
});

test("what a page shows of another entity is in its key", () => {
  const key = keyOf("/news/story/");
  assert.notEqual(keyOf("/news/story/", { "news/2026/other.md": other({ title: "Changed" }) }), key);
  assert.notEqual(keyOf("/news/story/", { "topics/hl7-fhir.md": "name: 'HL7: FHIR'\ndescription: It." }), undefined);
});

test("what it does not show is not", () => {
  // A row of a list has no curator's words.
  assert.equal(keyOf("/news/story/", { "news/2026/other.md": other({ insights: "Mine." }) }), keyOf("/news/story/"));
});

test("the text of its file stands in the key by the digest of the file, that of others does not", () => {
  const key = keyOf("/news/story/");
  const changed = (name: string) => (file: string) => (file === name ? "changed" : "same");
  assert.notEqual(keyOf("/news/story/", {}, changed("news/2026/story.md")), key);
  assert.equal(keyOf("/news/story/", {}, changed("news/2026/other.md")), key);
});

test("pages that there is one of have no key", () => {
  for (const path of ["/", "/about/", "/search/", "/api/", "/nowhere/"]) assert.equal(keyOf(path), undefined, path);
});
