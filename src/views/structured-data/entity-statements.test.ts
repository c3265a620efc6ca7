import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { catalogOf, healthy, news } from "../../catalog/testing.ts";
import { getConfig } from "../../config/config.ts";
import { getSite } from "../../config/settings.ts";
import { buildAboutPage } from "../about-page.ts";
import { buildAuthorPage } from "../author-page.ts";
import { buildHomePage } from "../home-page.ts";
import { buildNotFoundPage } from "../not-found-page.ts";
import { buildOrganizationPage } from "../organization-page.ts";
import { buildSearchPage } from "../search-page.ts";
import { buildTopicIndexPage, buildTopicPage } from "../topic-page.ts";
import { absoluteUrl } from "../urls.ts";
import { first, nodeOf, nodesOf } from "./testing.ts";

const catalog = catalogOf(healthy());

describe("other pages", () => {
  test("an organization has the names and the homepage that are stated", () => {
    const built = catalogOf(
      healthy({
        "organizations/acme.md":
          "name: Acme\ntype: government\nhosts: [acme.example]\nlegalName: Acme Corp.\nalsoKnownAs: [ACM]\nhomepage: https://acme.example/",
      }),
    );
    assert.deepEqual(nodeOf(buildOrganizationPage(built, first(built.organizations)), "GovernmentOrganization"), {
      "@type": "GovernmentOrganization",
      "@id": absoluteUrl("/organization/acme/#organization"),
      name: "Acme",
      legalName: "Acme Corp.",
      alternateName: ["ACM"],
      url: "https://acme.example/",
    });
    assert.deepEqual(
      Object.keys(nodeOf(buildOrganizationPage(catalog, first(catalog.organizations)), "Organization")),
      ["@type", "@id", "name"],
    );
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
      [getSite().name, getConfig().siteUrl.href, getSite().licence.url, { "@id": absoluteUrl("/#organization") }],
    );
    assert.equal(website["potentialAction"], undefined);
    assert.equal(nodeOf(view, "Organization")["name"], getSite().name);
  });

  test("about is about the publisher, search says what every page says, and the 404 page nothing", () => {
    assert.deepEqual(nodeOf(buildAboutPage(catalog, ""), "AboutPage")["mainEntity"], {
      "@id": absoluteUrl("/#organization"),
    });
    assert.deepEqual(
      nodesOf(buildSearchPage(catalog)).map((node) => node["@type"]),
      ["WebPage", "BreadcrumbList"],
    );
    assert.equal(buildNotFoundPage(catalog).head.graph, undefined);
  });
});
