import assert from "node:assert/strict";
import { resolve } from "node:path";
import { describe, test } from "node:test";
import { loadCatalog } from "../../catalog/load-content.ts";
import { BUILD_DATE, catalogOf, type Files, healthy, news } from "../../catalog/testing.ts";
import { buildNewsPage, type NewsPageView } from "../news-page.ts";
import type { PageView } from "../page.ts";
import { absoluteUrl } from "../urls.ts";
import { first, nodesOf } from "./testing.ts";

function storyWith(lines: Readonly<Record<string, string>>, files: Files = {}): NewsPageView {
  const catalog = catalogOf(healthy({ "news/2026/story.md": news(lines), ...files }), { images: ["a.png"] });
  return buildNewsPage(catalog, first(catalog.news), "A short body.");
}

const STORY = absoluteUrl("/news/story/");

test("the curated article's graph is this", async (t) => {
  const { result } = await loadCatalog({
    contentRoot: resolve("content"),
    imageRoot: resolve("public/images"),
    documentRoot: resolve("public/documents"),
    buildDate: BUILD_DATE,
  });
  assert.ok(result.ok);
  const item = result.catalog.news.find(({ slug }) => slug.startsWith("hitconsultant-healthcare-apis-3-ways"));
  assert.ok(item);
  t.assert.snapshot(buildNewsPage(result.catalog, item, "An excerpt.").head.graph);
});

describe("a story", () => {
  test("is an article of ours, based on the source's, about topics, with the offerings that it names", () => {
    const view = storyWith({ author: "Jo Doe", summary: "It says so.", published: "2025-12", publishedBasis: "page" });
    const [article, source] = nodesOf(view).filter((node) => node["@type"] === "Article");
    assert.ok(article && source);
    assert.deepEqual(
      [article["@id"], article["headline"], article["description"], article["datePublished"], article["author"]],
      [`${STORY}#article`, "A story", "It says so.", "2026-01-02T00:00:00Z", { "@id": absoluteUrl("/#organization") }],
    );
    assert.deepEqual(article["isBasedOn"], { "@id": "https://acme.example/story" });
    assert.deepEqual(article["about"], [{ "@id": absoluteUrl("/topic/hl7-fhir/#term") }]);
    assert.deepEqual(article["mentions"], [{ "@id": absoluteUrl("/offering/acme-server/#offering") }]);
    assert.deepEqual(source, {
      "@type": "Article",
      "@id": "https://acme.example/story",
      url: "https://acme.example/story",
      headline: "A story",
      publisher: { "@id": absoluteUrl("/organization/acme/#organization") },
      author: [{ "@id": absoluteUrl("/author/jo-doe/#author") }],
      datePublished: "2025-12",
    });
  });

  test("refers to the page that pointed to its source, and to none where that is a name alone", () => {
    const citationOf = (via: string) =>
      nodesOf(storyWith({ via })).find((node) => node["@id"] === `${STORY}#article`)?.["citation"];
    assert.deepEqual(citationOf("{name: A list, link: https://list.example/7}"), {
      "@type": "WebPage",
      url: "https://list.example/7",
      name: "A list",
    });
    assert.equal(citationOf("A list"), undefined);
  });

  test("does not give a date that stands in for an unknown one as the source's", () => {
    for (const lines of [{}, { published: "unknown" }]) {
      const [, source] = nodesOf(storyWith(lines)).filter((node) => node["@type"] === "Article");
      assert.equal(source?.["datePublished"], undefined);
    }
  });

  test("was not changed before it was curated; a later change is stated, and shown", () => {
    const changedOn = (view: PageView) =>
      first(nodesOf(view).filter((node) => node["@type"] === "Article"))["dateModified"];
    const pageOf = (modified: string) => storyWith({ lastMod: modified });
    const earlier = pageOf("2025-12-31");
    const later = pageOf("2026-02-03");
    assert.equal(changedOn(earlier), "2026-01-02T00:00:00Z");
    assert.equal(earlier.changed, undefined);
    assert.equal(changedOn(later), "2026-02-03T00:00:00Z");
    assert.deepEqual(later.changed, { machine: "2026-02-03", label: "3 February 2026" });
    assert.deepEqual(later.head.article, {
      published: "2026-01-02T00:00:00Z",
      modified: "2026-02-03T00:00:00Z",
      tags: ["HL7: FHIR"],
    });
  });

  test("is by the curator where one is named under what is said", () => {
    const by = (lines: Readonly<Record<string, string>>) =>
      first(nodesOf(storyWith(lines)).filter((node) => node["@type"] === "Article"))["author"];
    assert.deepEqual(by({ insights: "It matters.", insights_name: "Jo Doe" }), { "@type": "Person", name: "Jo Doe" });
    assert.deepEqual(by({ insights: "It matters." }), { "@id": absoluteUrl("/#organization") });
  });

  test("has the picture that it shows, or is shared with", () => {
    const image = (file: string) =>
      first(nodesOf(storyWith({ featuredImage: file })).filter((node) => node["@type"] === "Article"))["image"];
    assert.equal(image("a.png"), absoluteUrl("/images/a.png"));
    assert.equal(image("none.png"), absoluteUrl("/news/story/card.png"));
  });

  test("gives each author a node with the bare name; a byline that is the publisher's own name is no person", () => {
    const types = (author: string) =>
      nodesOf(storyWith({ author }))
        .filter((node) => String(node["@id"]).endsWith("#author"))
        .map((node) => [node["@type"], node["name"]]);
    assert.deepEqual(types("[Jo Doe, Li Wei]"), [
      ["Person", "Jo Doe"],
      ["Person", "Li Wei"],
    ]);
    assert.deepEqual(types("Acme"), [["Organization", "Acme"]]);
  });
});
