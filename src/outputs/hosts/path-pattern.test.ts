import assert from "node:assert/strict";
import { test } from "node:test";
import { isMatch, toAnyRegExp, toRegExp } from "./path-pattern.ts";

test("a star stands for any characters, slashes too", () => {
  assert.ok(isMatch("/topic/*/feed.xml", "/topic/hl7-fhir/feed.xml"));
  assert.ok(isMatch("/*.md", "/topic/hl7-fhir/index.md"));
  assert.ok(isMatch("/assets/*", "/assets/a.css"));
  assert.ok(isMatch("/*", "/"));
  assert.ok(!isMatch("/topic/*/feed.xml", "/feed.xml"));
  assert.ok(!isMatch("/*.md", "/a-md"));
  assert.ok(!isMatch("/feed.xml", "/feed.xml.br"));
  assert.ok(!isMatch("/assets/*", "/images/assets/a.css"));
});

test("expressions are short and the same for every server", () => {
  assert.equal(toRegExp("/topic/*/feed.xml"), "^/topic/.*/feed\\.xml$");
  assert.equal(toRegExp("/assets/*"), "^/assets/");
  assert.equal(toAnyRegExp(["/a", "/*.md"]), "^/a$|^/.*\\.md$");
});
