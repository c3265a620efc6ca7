import assert from "node:assert/strict";
import { test } from "node:test";
import { entityPath, isSitePath } from "./paths.ts";

test("an entity's path has the segment of its kind", () => {
  assert.equal(entityPath("topic", "hl7-fhir"), "/topic/hl7-fhir/");
  assert.equal(entityPath("author", "データ"), "/author/データ/");
  assert.equal(entityPath("resource", "appointment"), "/resource/appointment/");
});

test("the site's own paths are told from those of entities", () => {
  for (const path of [
    "/",
    "/about/",
    "/news/",
    "/news/2021/",
    "/news/page/2/",
    "/offering/kind/fhir-server/",
    "/topic/hl7-fhir/2021/",
    "/topic/hl7-fhir/2021/page/2/",
    "/topic/hl7-fhir/filters/",
    "/organization/acme/undated/",
    "/author/me/",
    "/resource/appointment/",
    "/digest/2026-w47/",
    "/assets/a/",
    "/api/",
    "/admin/",
    "/search/x/",
  ]) {
    assert.equal(isSitePath(path), true, path);
  }
  for (const path of [
    "/news/story/",
    "/topic/kind/",
    "/topic/2021/",
    "/topic/hl7-fhir/old/",
    "/offering/a/2021/",
    "/authors/me/",
    "/old/",
    "/about/us/",
  ]) {
    assert.equal(isSitePath(path), false, path);
  }
});
