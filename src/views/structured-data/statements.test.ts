import assert from "node:assert/strict";
import { resolve } from "node:path";
import { describe, test } from "node:test";
import type { Graph } from "schema-dts";
import type { Catalog } from "../../catalog/graph.ts";
import { loadCatalog } from "../../catalog/load-content.ts";
import { BUILD_DATE, catalogOf, type Files, healthy, news } from "../../catalog/testing.ts";
import { site } from "../../site.config.ts";
import { buildAuthorPage } from "../author-page.ts";
import { buildHomePage } from "../home-page.ts";
import { buildNewsListPage, buildNewsYearPage } from "../news-list-page.ts";
import { buildNewsPage, type NewsPageView } from "../news-page.ts";
import { buildFacetPage, buildOfferingIndexPage } from "../offering-index-page.ts";
import { buildOfferingPage } from "../offering-page.ts";
import { buildOrganizationIndexPage, buildOrganizationPage } from "../organization-page.ts";
import type { PageView } from "../page.ts";
import { buildAboutPage, buildNotFoundPage, buildSearchPage } from "../site-pages.ts";
import { buildTopicIndexPage, buildTopicPage } from "../topic-page.ts";
import { absoluteUrl } from "../urls.ts";

type Plain = Readonly<Record<string, unknown>>;

/** The nodes of a page as plain objects. */
function nodesOf({ head }: PageView): readonly Plain[] {
  assert.ok(head.graph, "no graph");
  return (head.graph as Graph)["@graph"] as unknown as readonly Plain[];
}

/** The one node of a type. */
function nodeOf(view: PageView, type: string): Plain {
  const found = nodesOf(view).filter((node) => node["@type"] === type);
  assert.equal(found.length, 1, `${found.length} nodes of type ${type}`);
  return found[0] ?? {};
}

/** The first of a kind, whatever its name. */
function first<T>([thing]: readonly T[]): T {
  assert.ok(thing);
  return thing;
}

function storyWith(lines: Readonly<Record<string, string>>, files: Files = {}): NewsPageView {
  const catalog = catalogOf(healthy({ "news/2026/story.md": news(lines), ...files }), { images: ["a.png"] });
  return buildNewsPage(catalog, first(catalog.news), "A short body.");
}

/** The healthy offering with these lines in its front matter. */
function offeringWith(lines: string, kind = "fhir-server", dead: readonly string[] = []): PageView {
  const built = catalogOf(
    healthy({
      "offerings/acme-server.md": `name: Acme Server\nvendor: acme\nkind: ${kind}\nsummary: A server.\ntopics: ['HL7: FHIR']\n${lines}`,
    }),
  );
  const catalog: Catalog = { ...built, deadLinks: new Map(dead.map((url) => [url, "2026-11-01"])) };
  return buildOfferingPage(catalog, first(catalog.offerings), "");
}

const catalog = catalogOf(healthy());
const STORY = absoluteUrl("/news/story/");

test("the curated article's graph is this", async (t) => {
  const { result } = await loadCatalog(resolve("content"), resolve("public/images"), BUILD_DATE);
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
      [
        `${STORY}#article`,
        "A story",
        "It says so.",
        "2026-01-02T00:00:00+00:00",
        { "@id": absoluteUrl("/#organization") },
      ],
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
    assert.equal(changedOn(earlier), "2026-01-02T00:00:00+00:00");
    assert.equal(earlier.changed, undefined);
    assert.equal(changedOn(later), "2026-02-03T00:00:00+00:00");
    assert.deepEqual(later.changed, { machine: "2026-02-03", label: "3 February 2026" });
    assert.deepEqual(later.head.article, {
      published: "2026-01-02T00:00:00+00:00",
      modified: "2026-02-03T00:00:00+00:00",
      tags: ["HL7: FHIR"],
    });
  });

  test("is by the curator where one is named under what is said", () => {
    const by = (lines: Readonly<Record<string, string>>) =>
      first(nodesOf(storyWith(lines)).filter((node) => node["@type"] === "Article"))["author"];
    assert.deepEqual(by({ insights: "It matters.", insights_name: "Jo Doe" }), { "@type": "Person", name: "Jo Doe" });
    assert.deepEqual(by({ insights: "It matters." }), { "@id": absoluteUrl("/#organization") });
  });

  test("has the picture that it shows, and no other", () => {
    const image = (file: string) =>
      first(nodesOf(storyWith({ featuredImage: file })).filter((node) => node["@type"] === "Article"))["image"];
    assert.equal(image("a.png"), absoluteUrl("/images/a.png"));
    assert.equal(image("none.png"), undefined);
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

describe("an offering", () => {
  const LINES =
    "homepage: https://acme.example/\ndocumentation: https://acme.example/docs\nrepository: https://code.example/acme\nlicence: MIT";

  test("is an interface with its documentation and its provider", () => {
    assert.deepEqual(nodeOf(offeringWith(`${LINES}\nformerly: [Old Server]`), "WebAPI"), {
      "@type": "WebAPI",
      "@id": absoluteUrl("/offering/acme-server/#offering"),
      name: "Acme Server",
      description: "A server.",
      alternateName: ["Old Server"],
      url: "https://acme.example/",
      provider: { "@id": absoluteUrl("/organization/acme/#organization") },
      category: "FHIR server",
      documentation: "https://acme.example/docs",
    });
  });

  test("is source code with its repository and licence, or an application with its help, by its kind", () => {
    const code = nodeOf(offeringWith(LINES, "open-source"), "SoftwareSourceCode");
    assert.equal(code["codeRepository"], "https://code.example/acme");
    assert.deepEqual(code["license"], { "@type": "CreativeWork", name: "MIT" });
    const application = nodeOf(offeringWith(LINES, "certified-health-it"), "SoftwareApplication");
    assert.equal(application["applicationCategory"], "Certified health IT");
    assert.deepEqual(application["softwareHelp"], { "@type": "CreativeWork", url: "https://acme.example/docs" });
  });

  test("never has a price or a rating, and no address that leads nowhere any more", () => {
    for (const kind of ["fhir-server", "open-source", "certified-health-it"])
      assert.doesNotMatch(JSON.stringify(nodesOf(offeringWith(LINES, kind))), /offers|price|rating|review/i);
    const dead = nodeOf(offeringWith(LINES, "fhir-server", ["https://acme.example/"]), "WebAPI");
    assert.deepEqual([dead["url"], dead["documentation"]], [undefined, "https://acme.example/docs"]);
  });
});

describe("other pages", () => {
  test("an organization has the names and the homepage that are stated", () => {
    const built = catalogOf(
      healthy({
        "organizations/acme.md":
          "name: Acme\ntype: government\nhosts: [acme.example]\nlegalName: Acme Corp.\nalsoKnownAs: [ACM]\nhomepage: https://acme.example/",
      }),
    );
    assert.deepEqual(nodeOf(buildOrganizationPage(first(built.organizations)), "GovernmentOrganization"), {
      "@type": "GovernmentOrganization",
      "@id": absoluteUrl("/organization/acme/#organization"),
      name: "Acme",
      legalName: "Acme Corp.",
      alternateName: ["ACM"],
      url: "https://acme.example/",
    });
    assert.deepEqual(Object.keys(nodeOf(buildOrganizationPage(first(catalog.organizations)), "Organization")), [
      "@type",
      "@id",
      "name",
    ]);
  });

  test("an author has a profile page", () => {
    const built = catalogOf(healthy({ "news/2026/story.md": news({ author: "Jo Doe" }) }));
    const view = buildAuthorPage(first(built.authors));
    assert.deepEqual(nodeOf(view, "ProfilePage")["mainEntity"], { "@id": nodeOf(view, "Person")["@id"] });
  });

  test("a topic is a term of its vocabulary, the same as in others", () => {
    const built = catalogOf(
      healthy({
        "topics/hl7-fhir.md": "name: 'HL7: FHIR'\ndescription: The standard.\nsameAs: ['Symplur: #FHIR']",
        "topics/symplur-fhir.md": "name: 'Symplur: #FHIR'\ndescription: A hashtag.",
      }),
    );
    const view = buildTopicPage(first(built.topics), "");
    assert.deepEqual(nodeOf(view, "DefinedTerm"), {
      "@type": "DefinedTerm",
      "@id": absoluteUrl("/topic/hl7-fhir/#term"),
      name: "FHIR",
      url: absoluteUrl("/topic/hl7-fhir/"),
      description: "The standard.",
      inDefinedTermSet: { "@id": absoluteUrl("/topic/#vocabulary-hl7") },
      sameAs: [absoluteUrl("/topic/symplur-fhir/")],
    });
    assert.equal(nodeOf(view, "DefinedTermSet")["name"], "HL7");
    assert.deepEqual(nodeOf(view, "CollectionPage")["about"], { "@id": absoluteUrl("/topic/hl7-fhir/#term") });
  });

  test("a topic without stories is what its page is there for", () => {
    const topic = { ...first(catalog.topics), news: [] };
    assert.deepEqual(nodeOf(buildTopicPage(topic, ""), "WebPage")["mainEntity"], {
      "@id": absoluteUrl("/topic/hl7-fhir/#term"),
    });
  });

  test("the page of topics has every vocabulary with its terms, under the id of its section", () => {
    const view = buildTopicIndexPage(catalog);
    const set = nodeOf(view, "DefinedTermSet");
    assert.equal(set["@id"], absoluteUrl(`/topic/#${first(view.vocabularies).anchor}`));
    assert.deepEqual(set["hasDefinedTerm"], [{ "@id": absoluteUrl("/topic/hl7-fhir/#term") }]);
  });

  test("home has the site with its licence and its publisher, and no search action", () => {
    const view = buildHomePage(catalog);
    const website = nodeOf(view, "WebSite");
    assert.deepEqual(
      [website["name"], website["url"], website["license"], website["publisher"]],
      [site.name, site.url.href, site.licence.url, { "@id": absoluteUrl("/#organization") }],
    );
    assert.equal(website["potentialAction"], undefined);
    assert.equal(nodeOf(view, "Organization")["name"], site.name);
  });

  test("about is about the publisher, search says what every page says, and the 404 page nothing", () => {
    assert.deepEqual(nodeOf(buildAboutPage(catalog), "AboutPage")["mainEntity"], {
      "@id": absoluteUrl("/#organization"),
    });
    assert.deepEqual(
      nodesOf(buildSearchPage(catalog)).map((node) => node["@type"]),
      ["WebPage", "BreadcrumbList"],
    );
    assert.equal(buildNotFoundPage(catalog).head.graph, undefined);
  });
});

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

  test("of a page of the river has the page's stories and the number of all", () => {
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
