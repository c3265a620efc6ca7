import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { getConfig } from "../config/config.ts";
import { slugify } from "../lib/slugify.ts";
import { entityKindKeys, facetNames } from "../vocab/entity-kind.ts";
import * as urls from "./urls.ts";

const { siteUrl } = getConfig();
const { entityUrl, facetUrl, imageUrl, newsListUrl, feedUrl } = urls;

test("a vocabulary has a place on the page of all topics, by its name", () => {
  assert.equal(urls.vocabularyUrl("Healthcare IT News"), "/topic/#vocabulary-healthcare-it-news");
  assert.equal(urls.vocabularyAnchor("سلطة"), "vocabulary-سلطة");
  assert.equal(decodeURIComponent(urls.vocabularyUrl("سلطة")), "/topic/#vocabulary-سلطة");
});

test("every path starts and ends with a slash unless it names a file", () => {
  const pages = [
    urls.homeUrl,
    urls.searchUrl,
    urls.aboutUrl,
    urls.feedsUrl,
    urls.apiUrl,
    urls.apiPageUrl,
    urls.yearUrl(undefined),
    urls.yearUrl(2021),
    newsListUrl(1),
    newsListUrl(2),
    ...facetNames.map((facet) => facetUrl(facet, "not-stated")),
    ...entityKindKeys.flatMap((kind) => [urls.indexUrl(kind), entityUrl({ kind, slug: "a-b" })]),
    entityUrl({ kind: "author", slug: "a-b" }),
  ];
  for (const path of pages) assert.match(path, /^\/(?:[a-z0-9-]+\/)*$/);
  for (const path of [
    feedUrl("rss"),
    urls.topicsOutlineUrl,
    urls.markdownUrl("/"),
    urls.socialImageUrl("/about/"),
    imageUrl("a/b.jpg"),
  ])
    assert.match(path, /^\/(?:[a-z0-9-]+\/)*[a-z]+\.[a-z]+$/);
  assert.equal(
    new Set(pages).size,
    pages.length - 1,
    "no two the same, but the index of news, which is its first page",
  );
});

test("the paths are those of the design", () => {
  assert.equal(entityUrl({ kind: "news", slug: "a-story" }), "/news/a-story/");
  assert.equal(entityUrl({ kind: "author", slug: "ann-lee" }), "/author/ann-lee/");
  assert.deepEqual([newsListUrl(1), newsListUrl(2), urls.yearUrl(2021)], ["/news/", "/news/page/2/", "/news/2021/"]);
  assert.equal(facetUrl("standard", "fhir-r4"), "/offering/standard/fhir-r4/");
  assert.equal(feedUrl("rss"), "/feed.xml");
  assert.equal(feedUrl("json", entityUrl({ kind: "topic", slug: "hl7-fhir" })), "/topic/hl7-fhir/feed.json");
  assert.equal(urls.entityDataUrl({ kind: "author", slug: "a-b" }), "/api/v1/author/a-b.json");
  assert.deepEqual(
    [urls.apiIndexUrl, urls.openApiUrl, urls.conceptsUrl.jsonld, urls.conceptsUrl.turtle],
    ["/api/v1/index.json", "/api/v1/openapi.json", "/api/v1/topics.skos.jsonld", "/api/v1/topics.ttl"],
  );
  assert.deepEqual(
    [urls.listDataUrl("topic"), urls.listDataUrl("topic", 2), urls.dumpUrl("topic", "csv"), urls.schemaUrl("topic")],
    ["/api/v1/topic/index.json", "/api/v1/topic/page/2.json", "/api/v1/topic.csv", "/api/v1/schemas/topic.schema.json"],
  );
});

test("an author's name in any script has a path of ASCII", () => {
  assert.equal(entityUrl({ kind: "author", slug: "李明" }), "/author/%E6%9D%8E%E6%98%8E/");
  assert.equal(urls.entityDataUrl({ kind: "topic", slug: "é" }), "/api/v1/topic/%C3%A9.json");
});

test("the path of an entity is one segment that reads back as the slug", () => {
  const slugs = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }).map(slugify));
  fc.assert(
    fc.property(fc.constantFrom(...entityKindKeys, "author" as const), slugs, (kind, slug) => {
      const path = entityUrl({ kind, slug });
      assert.doesNotMatch(path, /[\s?#\\]/);
      assert.match(path, /^\/[a-z]+\/[^/]*\/$/);
      assert.equal(decodeURIComponent(path.split("/")[2] ?? ""), slug);
    }),
  );
});

test("image names are encoded, the folders of an image stay", () => {
  assert.equal(imageUrl("2021/a b#1.jpg"), "/images/2021/a%20b%231.jpg");
});

test("an absolute address is the path on the site", () => {
  assert.equal(urls.absoluteUrl("/topic/hl7-fhir/"), `${siteUrl.origin}/topic/hl7-fhir/`);
});

test("a link to edit leads to the file in the repository, whatever its name", () => {
  const repository = "https://code.example/curalog/";
  assert.equal(
    urls.editUrl("topics/hl7-fhir.md", repository),
    "https://code.example/curalog/edit/main/content/topics/hl7-fhir.md",
  );
  assert.equal(new URL(urls.editUrl("news/2026/a #1.md", repository) ?? "").hash, "");
});

test("an absolute address is what a browser makes of the path", () => {
  const part = fc.oneof(fc.string({ unit: "grapheme-ascii" }), fc.constantFrom("a", "card.png", ".", "..", "_", "%2e"));
  fc.assert(
    fc.property(fc.array(part), fc.constantFrom("", "/"), (parts, end) => {
      const path = `/${parts.map((one) => one.replaceAll("\\", "")).join("/")}${end}`;
      fc.pre(!path.startsWith("//") && URL.canParse(path, siteUrl));
      assert.equal(urls.absoluteUrl(path), new URL(path, siteUrl).href);
    }),
  );
});
