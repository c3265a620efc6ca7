import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogOf, healthy, news } from "../catalog/testing.ts";
import { buildAboutPage } from "./about-page.ts";
import { buildAuthorPage } from "./author-page.ts";
import { buildNewsPage } from "./news-page.ts";
import { buildOfferingPage } from "./offering-page.ts";
import { buildOrganizationPage } from "./organization-page.ts";
import { buildTopicPage } from "./topic-page.ts";

const catalog = catalogOf(healthy({ "news/2026/story.md": news({ author: "Ann Lee" }) }));

/** The first of a list that is not empty. */
function first<T>([one]: readonly T[]): T {
  assert.ok(one);
  return one;
}

test("the page of each entity names its record", () => {
  const pages = [
    buildNewsPage(catalog, first(catalog.news), ""),
    buildOfferingPage(catalog, first(catalog.offerings), ""),
    buildTopicPage(first(catalog.topics), ""),
    buildOrganizationPage(catalog, first(catalog.organizations)),
    buildAuthorPage(first(catalog.authors)),
  ];
  assert.deepEqual(
    pages.map(({ head }) => head.data),
    [
      "/api/v1/news/story.json",
      "/api/v1/offering/acme-server.json",
      "/api/v1/topic/hl7-fhir.json",
      "/api/v1/organization/acme.json",
      "/api/v1/author/ann-lee.json",
    ],
  );
});

test("a page of no entity names none", () => {
  assert.equal(buildAboutPage(catalog, "").head.data, undefined);
});
