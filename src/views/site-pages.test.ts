import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogOf, healthy, news } from "../catalog/testing.ts";
import { site } from "../config.ts";
import { buildAboutPage, buildFeedsPage, buildNotFoundPage, buildRedirect, buildSearchPage } from "./site-pages.ts";
import { absoluteUrl } from "./urls.ts";

const facts = { source: "The list", asOf: "2026-10-01", criteria: {}, products: [] };
const catalog = catalogOf(
  healthy({
    "topics/hl7-v2.md": "name: 'HL7: V2'\ndescription: The older one.",
    "topics/symplur-fhir.md": "name: 'Symplur: #FHIR'\ndescription: A hashtag.",
    "news/2026/story.md": news({ author: "Ann Lee", aliases: "[/old/story, /older/]" }),
  }),
  { facts },
);

test("a former address leads to the page of the entity", () => {
  assert.deepEqual(
    catalog.aliases.map(({ from }) => from),
    ["/old/story/", "/older/"],
  );
  for (const alias of catalog.aliases) {
    const { to, canonical } = buildRedirect(alias);
    assert.deepEqual([to, canonical], ["/news/story/", absoluteUrl("/news/story/")]);
  }
});

test("the page not found has ways in, no address of its own, and is not indexed", () => {
  const { head, quickLinks } = buildNotFoundPage(catalog);
  assert.deepEqual([head.canonical, head.isIndexed], [undefined, false]);
  assert.deepEqual(
    quickLinks.map(({ href }) => href),
    ["/news/", "/topic/", "/offering/", "/organization/"],
  );
});

test("the search page has an address, and ways to everything that a search could find", () => {
  const { head, quickLinks, lists } = buildSearchPage(catalog);
  assert.equal(head.canonical, absoluteUrl("/search/"));
  assert.deepEqual(
    quickLinks.map(({ href }) => href),
    ["/news/", "/topic/", "/offering/", "/organization/"],
  );
  assert.deepEqual(
    lists.map(({ heading, links }) => [heading, links.map(({ href, count }) => [href, count])]),
    [
      ["News by year", [["/news/2026/", 1]]],
      [
        "Topics with most stories",
        [
          ["/topic/hl7-fhir/", 1],
          ["/topic/hl7-v2/", 0],
          ["/topic/symplur-fhir/", 0],
        ],
      ],
      ["Offerings by kind", [["/offering/kind/fhir-server/", 1]]],
      ["Offerings by standard", [["/offering/standard/not-stated/", 1]]],
    ],
  );
});

test("the search page of an empty catalog has no empty list", () => {
  assert.deepEqual(buildSearchPage(catalogOf({})).lists, []);
});

test("the feeds page has a feed for every topic, by vocabulary", () => {
  const { all, outline, vocabularies } = buildFeedsPage(catalog);
  assert.deepEqual(
    all.map(({ href, label }) => [href, label]),
    [
      ["/feed.xml", "RSS"],
      ["/atom.xml", "Atom"],
      ["/feed.json", "JSON Feed"],
    ],
  );
  assert.equal(outline, "/feeds/topics.opml");
  assert.deepEqual(
    vocabularies.map(({ name, feeds }) => [name, feeds.map(({ href, note }) => [href, note])]),
    [
      [
        "HL7",
        [
          ["/topic/hl7-fhir/feed.xml", "1 story"],
          ["/topic/hl7-v2/feed.xml", "0 stories"],
        ],
      ],
      ["Symplur", [["/topic/symplur-fhir/feed.xml", "0 stories"]]],
    ],
  );
});

test("the about page counts what the site holds and names the source of its facts", () => {
  const { counts, sections, licence } = buildAboutPage(catalog);
  assert.deepEqual(
    counts.map(({ label, value }) => `${label} ${value}`),
    ["Stories 1", "Offerings 1", "Topics 3", "Organizations 1", "Authors 1"],
  );
  const certified =
    "Certified facts are taken from this list: The list, as of 1 October 2026. They are not edited by hand.";
  const said = (page: { sections: typeof sections }) => page.sections.flatMap(({ paragraphs }) => paragraphs.flat());
  assert.ok(said({ sections }).includes(certified));
  assert.deepEqual(licence, { href: site.licence.url, label: site.licence.name });
  assert.ok(!said(buildAboutPage(catalogOf(healthy()))).some((part) => String(part).startsWith("Certified facts")));
  assert.ok(said({ sections }).includes(licence));
});
