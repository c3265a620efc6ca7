import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { catalogOf, healthy } from "../../catalog/testing.ts";
import { buildNewsListPage, buildNewsYearPage } from "../news-list-page.ts";
import { buildFacetPage, buildOfferingIndexPage } from "../offering-index-page.ts";
import { buildOrganizationIndexPage } from "../organization-page.ts";
import type { PageView } from "../page.ts";
import { buildTopicIndexPage } from "../topic-page.ts";
import { absoluteUrl } from "../urls.ts";
import { first, nodeOf, nodesOf, type Plain } from "./testing.ts";

const catalog = catalogOf(healthy());
const STORY = absoluteUrl("/news/story/");

describe("a list", () => {
  const itemsOf = (view: PageView) => nodeOf(view, "ItemList")["itemListElement"] as Plain[];

  test("has what the page shows, counted from one, with addresses and names", () => {
    const views = [
      buildNewsListPage(catalog, 1),
      buildNewsYearPage(catalog, 2026),
      buildOfferingIndexPage(catalog),
      buildFacetPage(catalog, { facet: "kind", slug: "fhir-server" }),
      buildOrganizationIndexPage(catalog),
      buildTopicIndexPage(catalog),
    ];
    for (const view of views) {
      assert.equal(nodeOf(view, "CollectionPage")["url"], view.head.canonical);
      assert.deepEqual(Object.keys(first(itemsOf(view))), ["@type", "position", "url", "name"]);
    }
    assert.deepEqual(itemsOf(buildNewsListPage(catalog, 1)), [
      { "@type": "ListItem", position: 1, url: STORY, name: "A story" },
    ]);
  });

  test("of very many has the first hundred and the number of all", () => {
    const item = first(catalog.news);
    const many = Array.from({ length: 130 }, (_, index) => ({ ...item, slug: `story-${index}` }));
    const view = buildNewsYearPage({ ...catalog, news: many }, 2026);
    assert.equal(nodeOf(view, "ItemList")["numberOfItems"], 130);
    assert.deepEqual(
      itemsOf(view).map(({ position }) => position),
      Array.from({ length: 100 }, (_, index) => index + 1),
    );
  });

  test("of a page of the list of stories has the page's stories and the number of all", () => {
    const item = first(catalog.news);
    const many = Array.from({ length: 30 }, (_, index) => ({ ...item, slug: `story-${index}` }));
    const view = buildNewsListPage({ ...catalog, news: many }, 2);
    assert.equal(nodeOf(view, "ItemList")["numberOfItems"], 30);
    assert.deepEqual(
      itemsOf(view).map(({ position, url }) => [position, url]),
      [25, 26, 27, 28, 29].map((index) => [index - 24, absoluteUrl(`/news/story-${index}/`)]),
    );
  });

  test("that is empty is left out", () => {
    const view = buildNewsListPage({ ...catalog, news: [] }, 1);
    assert.deepEqual(
      nodesOf(view).map((node) => node["@type"]),
      ["CollectionPage", "BreadcrumbList"],
    );
  });
});
