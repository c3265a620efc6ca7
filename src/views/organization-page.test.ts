import assert from "node:assert/strict";
import { test } from "node:test";
import type { Organization } from "../catalog/graph.ts";
import { catalogOf, healthy, news } from "../catalog/testing.ts";
import { buildOrganizationIndexPage, buildOrganizationPage } from "./organization-page.ts";

const organization = (name: string, lines = "") => `name: ${JSON.stringify(name)}\ntype: journal\n${lines}`;

const catalog = catalogOf(
  healthy({
    "organizations/orebro.md": organization("Örebro Press"),
    "organizations/oak.md": organization("Oak"),
    "organizations/3m.md": organization(
      "3M",
      "legalName: 3M Company\nalsoKnownAs: [Minnesota Mining, MMM]\nhomepage: https://www.3m.example/\ndescription: It makes things.",
    ),
  }),
);

function find(slug: string): Organization {
  const found = catalog.organizations.find((one) => one.slug === slug);
  assert.ok(found, slug);
  return found;
}

test("the index groups organizations by letter, with what they publish and offer", () => {
  const { count, groups } = buildOrganizationIndexPage(catalog);
  assert.equal(count, "4 organizations");
  assert.deepEqual(
    groups.map(({ letter, anchor, entries }) => [letter, anchor, entries.map(({ label }) => label)]),
    [
      ["0–9", "letter-digits", ["3M"]],
      ["A", "letter-A", ["Acme"]],
      ["O", "letter-O", ["Oak", "Örebro Press"]],
    ],
  );
  assert.deepEqual(groups[1]?.entries[0], {
    href: "/organization/acme/",
    label: "Acme",
    about: "Vendor, 1 story, 1 offering",
  });
});

test("one organization has what it publishes and what it offers", () => {
  const view = buildOrganizationPage(catalog, find("acme"));
  assert.deepEqual([view.kicker, view.heading, view.hosts], ["Vendor", "Acme", ["acme.example"]]);
  assert.deepEqual(
    view.latest.map(({ href }) => href),
    ["/news/story/"],
  );
  assert.deepEqual(
    view.offeringGroups.map(({ label, offerings }) => [label, ...offerings.map(({ href }) => href)]),
    [["FHIR server", "/offering/acme-server/"]],
  );
  assert.equal(view.head.description, "Acme: 1 story and 1 offering in the catalog.");
});

test("stories of others that concern it, and those on its offerings, have sections of their own, each story once", () => {
  const about = (name: string, lines: Readonly<Record<string, string>>) => ({
    [`news/2026/${name}.md`]: news({ link: `https://other.example/${name}`, ...lines }),
  });
  const built = catalogOf(
    healthy({
      ...about("concerns", { institution: "Acme", relatedOfferings: "[acme-server]" }),
      ...about("names", { published: "2025-03-01", relatedOfferings: "[acme-server]" }),
      ...about("newer", { published: "2025-04-01", relatedOfferings: "[acme-server]" }),
    }),
  );
  const acme = built.organizations.find(({ slug }) => slug === "acme");
  assert.ok(acme);
  const view = buildOrganizationPage(built, acme);
  const told = ({ rows, count }: typeof view.about) => [count, ...rows.map(({ href, reason }) => [href, reason])];
  assert.deepEqual(told(view.about), [1, ["/news/concerns/", undefined]]);
  assert.deepEqual(told(view.onOfferings), [
    2,
    ["/news/newer/", "about Acme Server"],
    ["/news/names/", "about Acme Server"],
  ]);
  assert.equal(view.storyCount, 1);
});

test("what is known of it is shown, what is not is left open", () => {
  const known = buildOrganizationPage(catalog, find("3m"));
  assert.deepEqual(known.homepage, { href: "https://www.3m.example/", label: "3m.example" });
  assert.deepEqual([known.legalName, known.alsoKnownAs], ["3M Company", "Minnesota Mining and MMM"]);
  assert.equal(known.head.description, "It makes things.");
  const { homepage, legalName, alsoKnownAs, description } = buildOrganizationPage(catalog, find("oak"));
  assert.deepEqual([homepage, legalName, alsoKnownAs, description], [undefined, undefined, undefined, undefined]);
});

test("a homepage that is gone is marked", () => {
  const deadLinks = new Map([["https://www.3m.example/", "2026-11-22"]]);
  const { homepage } = buildOrganizationPage({ ...catalog, deadLinks }, find("3m"));
  assert.equal(homepage?.deadLink, "no longer there, as of 22 November 2026");
});

test("of ten thousand stories and offerings the first are rows, and all are counted", () => {
  const acme = find("acme");
  const [story] = acme.news;
  const [offering] = acme.offerings;
  assert.ok(story && offering);
  const news = Array.from({ length: 10_000 }, (_, at) => ({
    ...story,
    slug: `s${at}`,
    published: String(2026 - (at % 2)),
  }));
  news.sort((a, b) => Number(b.published) - Number(a.published));
  const offerings = Array.from({ length: 10_000 }, (_, at) => ({ ...offering, slug: `o${at}` }));
  const view = buildOrganizationPage(catalog, { ...acme, news, offerings });
  assert.deepEqual([view.latest.length, view.storyCount, view.offeringCount], [5, 10_000, 10_000]);
  assert.deepEqual(
    view.byYear?.years.map(({ rows, rest }) => [rows.length, rest?.href]),
    [[80, "/organization/acme/2026/"]],
  );
  assert.deepEqual(
    view.byYear?.later.map(({ href }) => href),
    ["/organization/acme/2025/"],
  );
  assert.deepEqual(
    view.offeringGroups.map((group) => [group.offerings.length, group.rest?.href]),
    [[100, "/offering/?vendor=acme&kind=fhir-server"]],
  );
  assert.deepEqual(
    view.topics.links.map(({ href, count }) => [href, count]),
    [["/topic/hl7-fhir/", 10_000]],
  );
});

test("hosts are shown in their own letters, with the organization and with a story", () => {
  const host = "müller-klinik.example";
  const shown = catalogOf(
    healthy({
      "organizations/acme.md": `${organization("Acme", `homepage: https://www.${host}/`)}\nhosts: [${host}]`,
      "news/2026/story.md": news({ link: `https://${host}/story` }),
    }),
  );
  const [acme] = shown.organizations;
  assert.ok(acme);
  const view = buildOrganizationPage(catalog, acme);
  assert.deepEqual(view.hosts, [host]);
  assert.equal(view.homepage?.label, host);
  assert.equal(view.latest[0]?.source.label, "Acme");
});
