import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogOf, healthy, news } from "../catalog/testing.ts";
import {
  authorSocialImage,
  facetSocialImage,
  newsListSocialImage,
  newsYearSocialImage,
  offeringSocialImage,
  organizationSocialImage,
  storySocialImage,
  topicSocialImage,
} from "./social-image.ts";

const catalog = catalogOf(
  healthy({
    "news/2026/dated.md": news({
      title: "A dated story",
      link: "https://www.acme.example/dated",
      published: "2021-10-14",
      author: "Ann Lee",
    }),
    "news/2026/no-day.md": news({ title: "No day", link: "https://acme.example/no-day", published: "unknown" }),
    "offerings/old-server.md":
      "name: Old Server\nvendor: acme\nkind: fhir-server\nsummary: Gone.\ntopics: ['HL7: FHIR']\nlicence: Apache-2.0\nstatus: retired\nstatusDate: 2026-09-30\nstandards: [FHIR R4]",
    "offerings/open-server.md":
      "name: Open Server\nvendor: acme\nkind: fhir-server\nsummary: Here.\ntopics: ['HL7: FHIR']\nlicence: Apache-2.0\nstandards: [FHIR R4, SMART on FHIR]",
  }),
);

function entity<T extends { readonly slug: string }>(entities: readonly T[], slug: string): T {
  const found = entities.find((one) => one.slug === slug);
  assert.ok(found, slug);
  return found;
}

test("a story says its topic, its host and its date", () => {
  assert.deepEqual(storySocialImage(entity(catalog.news, "dated")), {
    section: "News",
    kicker: "FHIR",
    title: "A dated story",
    language: undefined,
    facts: ["acme.example", "14 October 2021"],
  });
  assert.deepEqual(storySocialImage(entity(catalog.news, "no-day"))?.facts, ["acme.example"]);
});

test("an offering says its vendor and what is stated of it; a retired one its end, under a badge", () => {
  const open = offeringSocialImage(entity(catalog.offerings, "open-server"));
  assert.deepEqual([open.kicker, open.title, open.badge], ["FHIR server", "Open Server", undefined]);
  assert.deepEqual(open.facts, ["Acme", "Apache-2.0", "FHIR R4", "SMART on FHIR"]);
  const old = offeringSocialImage(entity(catalog.offerings, "old-server"));
  assert.deepEqual(old.badge, { label: "Retired", tone: "stop" });
  assert.deepEqual(old.facts, ["Acme", "Retired on 30 September 2026"]);
  assert.deepEqual(offeringSocialImage(entity(catalog.offerings, "acme-server")).facts, ["Acme"]);
});

test("topics, organizations and authors say how much there is", () => {
  assert.deepEqual(topicSocialImage(entity(catalog.topics, "hl7-fhir")), {
    section: "Topics",
    kicker: "HL7",
    title: "FHIR",
    facts: ["3 stories", "3 offerings"],
  });
  assert.deepEqual(organizationSocialImage(entity(catalog.organizations, "acme")).facts, ["3 stories", "3 offerings"]);
  assert.deepEqual(authorSocialImage(entity(catalog.authors, "ann-lee")).facts, ["1 story"]);
});

test("lists say what they list", () => {
  assert.equal(newsYearSocialImage(catalog, 2021).title, "News of 2021");
  assert.equal(newsYearSocialImage(catalog, undefined).title, "Stories without a date");
  assert.deepEqual(newsListSocialImage(catalog, 1).facts, ["3 stories"]);
  assert.deepEqual(facetSocialImage(catalog, { facet: "kind", slug: "fhir-server" }), {
    section: "Offerings",
    kicker: "Kind",
    title: "FHIR server",
    facts: ["3 offerings"],
  });
});
