import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogOf, type Files, news } from "../../catalog/testing.ts";
import type { PageWords } from "./page-words.ts";
import { suggestOfferings } from "./suggest-offerings.ts";
import { suggestPublisher } from "./suggest-publisher.ts";
import { suggestTopics } from "./suggest-topics.ts";

const topic = (name: string, more = "description: One.") => `name: '${name}'\n${more}`;
const offering = (name: string, vendor: string, more = "") =>
  `name: '${name}'\nvendor: ${vendor}\nkind: fhir-server\nsummary: A product.\n${more}`;

const FILES: Files = {
  "topics/hl7-fhir.md": topic("HL7: FHIR", "description: The standard."),
  "topics/symplur-fhir.md": topic(
    "Symplur: #FHIR",
    "description: Conversation about HL7 Fast Healthcare Interoperability Resources.\nsameAs: ['HL7: FHIR']",
  ),
  "topics/gartner-artificial-intelligence-ai.md": topic("Gartner: Artificial Intelligence (AI)"),
  "topics/healthcare-it-news-mobile.md": topic("Healthcare IT News: Mobile"),
  "topics/healthcare-it-news-privacy-security.md": topic("Healthcare IT News: Privacy & Security"),
  "topics/onc-tefca.md": topic(
    "ONC: TEFCA",
    "description: The Trusted Exchange Framework and Common Agreement of the US.",
  ),
  "topics/symplur-wearabletech.md": topic("Symplur: #WearableTech"),
  "organizations/acme.md":
    "name: Acme Health\ntype: vendor\nhosts: [acme.example]\nalsoKnownAs: [Acme Medical Systems]",
  "organizations/solo.md": "name: SoloSoft\ntype: vendor\nhosts: [solo.example]",
  "offerings/acme-fhir-server.md": offering("Acme FHIR Server", "acme", "formerly: [PatientBridge]"),
  "offerings/acme-fhir-server-pro.md": offering("Acme FHIR Server Pro", "acme"),
  "offerings/spark.md": offering("Spark", "acme"),
  "offerings/ema.md": offering("EMA", "acme"),
  "offerings/data-at-the-point-of-care.md": offering("Data at the Point of Care (DPC)", "acme"),
  "offerings/solo.md": offering("Integrated Charts", "solo"),
  "news/2026/one.md": news({ link: "https://acme.example/1", relatedOfferings: "[]" }),
};

const catalog = catalogOf(FILES);

const page = (words: Partial<PageWords>): PageWords => ({
  title: "",
  description: "",
  text: "",
  url: "https://new.example/x",
  ...words,
});
const topics = (words: Partial<PageWords>, from = catalog) =>
  suggestTopics(page(words), from).suggested.map(({ entity }) => entity.name);
const offerings = (words: Partial<PageWords>) =>
  suggestOfferings(page(words), catalog).map(({ entity }) => entity.slug);

test("a subject of several vocabularies is suggested once, as the topic with most news", () => {
  assert.deepEqual(topics({ title: "FHIR for beginners" }), ["HL7: FHIR"]);
});

test("labels, what stands in parentheses, hashtags and what the description writes out are found", () => {
  assert.deepEqual(topics({ title: "AI at the bedside" }), ["Gartner: Artificial Intelligence (AI)"]);
  assert.deepEqual(topics({ title: "Artificial intelligence at the bedside" }), [
    "Gartner: Artificial Intelligence (AI)",
  ]);
  assert.deepEqual(topics({ title: "Wearable tech sells" }), ["Symplur: #WearableTech"]);
  assert.deepEqual(topics({ title: "The Trusted Exchange Framework and Common Agreement" }), ["ONC: TEFCA"]);
  assert.deepEqual(topics({ description: "On Fast Healthcare Interoperability Resources." }), ["HL7: FHIR"]);
});

test("an acronym is one in its own case alone, and a common word needs more than a mention", () => {
  assert.deepEqual(topics({ title: "Mai tai and ai-ai" }), []);
  assert.deepEqual(topics({ text: "A mobile phone. ".repeat(4) }), []);
  assert.deepEqual(topics({ title: "Privacy at risk" }), ["Healthcare IT News: Privacy & Security"]);
});

test("the reason says where and how often", () => {
  const [first] = suggestTopics(page({ text: "TEFCA is here. TEFCA! Not TEFCAs." }), catalog).suggested;
  assert.equal(first, undefined, "two or three mentions in a text alone brush a subject");
  const [second] = suggestTopics(page({ text: "TEFCA. ".repeat(4) }), catalog).suggested;
  assert.equal(second?.reason, "the text says “TEFCA” 4 times");
  const [third] = suggestTopics(page({ title: "TEFCA begins", description: "What TEFCA is" }), catalog).suggested;
  assert.equal(third?.reason, "the title says “TEFCA”; the description says “TEFCA”");
});

/** Stories with these titles under a topic, among as many others. */
function filedUnder(name: string, titles: readonly string[]) {
  const filed = titles.map((title, number) => [
    `news/2026/filed-${number}.md`,
    news({ title, link: `https://acme.example/filed-${number}`, categories: `'${name}'`, relatedOfferings: "[]" }),
  ]);
  const others = Array.from({ length: titles.length * 2 }, (_, number) => [
    `news/2026/other-${number}.md`,
    news({ title: "Other", link: `https://acme.example/o-${number}`, relatedOfferings: "[]" }),
  ]);
  return catalogOf({ ...FILES, ...Object.fromEntries([...filed, ...others]) });
}

test("where editors filed like titles is where this one belongs", () => {
  const catalog = filedUnder(
    "ONC: TEFCA",
    [1, 2, 3, 4, 5, 6].map((number) => `Prior authorization ${number}`),
  );
  const [suggested] = suggestTopics(page({ title: "A rule on prior authorization" }), catalog).suggested;
  assert.equal(suggested?.entity.name, "ONC: TEFCA");
  assert.equal(suggested?.reason, "6 of 6 stories with “prior authorization” in the title are filed there");
});

test("one common word is no habit: it takes two, an acronym, or more", () => {
  const catalog = filedUnder("Healthcare IT News: Mobile", [
    "Information on the rule by CMS",
    "The Information of an agency is a rule, by CMS",
    "Rule on information, by CMS",
    "What information is a rule? CMS answers",
    "By CMS, information for the agency, rule by rule",
  ]);
  for (const title of ["How we keep information", "INFORMATION", "Information for the birds", "A rule of thumb"]) {
    assert.deepEqual(topics({ title }, catalog), [], title);
  }
  const { near } = suggestTopics(page({ title: "How we keep information" }), catalog);
  assert.deepEqual(
    near.map(({ entity, reason }) => [entity.name, reason]),
    [["Healthcare IT News: Mobile", "5 of 5 stories with “information” in the title are filed there"]],
  );
  for (const title of ["A rule on information", "A word from CMS"]) {
    assert.deepEqual(topics({ title }, catalog), ["Healthcare IT News: Mobile"], title);
  }
});

test("topics that the page only touches are near, at most three", () => {
  const near = (words: Partial<PageWords>) =>
    suggestTopics(page(words), catalog).near.map(({ entity, reason }) => [entity.name, reason]);
  assert.deepEqual(near({ text: "A mobile phone. A mobile phone. TEFCA" }), [
    ["Healthcare IT News: Mobile", "the text says “mobile”"],
    ["ONC: TEFCA", "the text says “TEFCA”"],
  ]);
  assert.equal(near({ text: "FHIR, AI, TEFCA, privacy and mobile" }).length, 3);
  assert.deepEqual(near({ text: "Nothing of the kind" }), []);
});

test("an offering is named by itself, by a former name, by an acronym beside its vendor", () => {
  assert.deepEqual(offerings({ title: "Acme FHIR Server is out" }), ["acme-fhir-server"]);
  assert.deepEqual(offerings({ description: "It was called PatientBridge® once." }), ["acme-fhir-server"]);
  assert.deepEqual(offerings({ description: "DPC by Acme Health" }), ["data-at-the-point-of-care"]);
  assert.deepEqual(offerings({ description: "DPC is not DPC" }), []);
});

test("one mention in a long text is no subject", () => {
  assert.deepEqual(offerings({ text: "An example is Acme FHIR Server." }), []);
  assert.deepEqual(offerings({ text: "Acme FHIR Server is like Acme FHIR Server." }), ["acme-fhir-server"]);
});

test("the longer name covers the shorter one", () => {
  assert.deepEqual(offerings({ title: "Acme FHIR Server Pro is out" }), ["acme-fhir-server-pro"]);
  assert.deepEqual(
    offerings({ title: "Acme FHIR Server Pro", text: "Unlike Acme FHIR Server. Acme FHIR Server is older" }),
    ["acme-fhir-server-pro", "acme-fhir-server"],
  );
});

test("a common word is an offering only beside its vendor, or as what the page is about", () => {
  assert.deepEqual(offerings({ description: "Spark of hope. EMA, the agency." }), []);
  assert.deepEqual(offerings({ description: "Spark by Acme Health." }), ["spark"]);
  assert.deepEqual(offerings({ description: "Acme Health Spark" }), ["spark"]);
  assert.deepEqual(offerings({ title: "Using Spark", text: "Spark reads. Spark writes." }), ["spark"]);
  assert.deepEqual(offerings({ title: "Using Spark", text: "Spark reads. Spark is a spark." }), []);
});

test("a vendor in the title means its only offering", () => {
  assert.deepEqual(offerings({ title: "SoloSoft raises money" }), ["solo"]);
  assert.deepEqual(offerings({ title: "Acme Health raises money" }), []);
  assert.deepEqual(offerings({ text: "SoloSoft raises money" }), []);
});

test("at most six topics and five offerings, the same each time", () => {
  const words = page({
    title: "FHIR, AI, Mobile, Privacy, TEFCA and wearable tech",
    description: "Acme Health Spark, Acme Health EMA, Acme FHIR Server, Acme FHIR Server Pro, DPC, PatientBridge",
  });
  assert.equal(suggestTopics(words, catalog).suggested.length, 6);
  assert.equal(suggestOfferings(words, catalog).length, 5);
  assert.deepEqual(suggestTopics(words, catalog).suggested, suggestTopics(words, catalog).suggested);
  assert.deepEqual(suggestOfferings(words, catalog), suggestOfferings(words, catalog));
});

test("the publisher is the owner of the host, else a namesake, else new", () => {
  const of = (url: string, publisher?: string) => suggestPublisher(page({ url, publisher }), catalog);
  const owner = of("https://blog.acme.example/x", "Somebody");
  assert.ok(owner.kind === "known" && owner.organization.slug === "acme" && owner.ownsHost);
  const namesake = of("https://acme-medical.example/x", "ACME Medical systems");
  assert.ok(namesake.kind === "known" && namesake.organization.slug === "acme" && !namesake.ownsHost);
  const fresh = of("https://www.health.gov/x", "The Agency");
  assert.deepEqual(fresh.kind === "proposed" && fresh.proposal, {
    slug: "the-agency",
    name: "The Agency",
    type: "government",
    hosts: ["health.gov"],
  });
  const local = of("https://www.müller-klinik.de/x");
  assert.deepEqual(local.kind === "proposed" && local.proposal, {
    slug: "muller-klinik",
    name: "müller-klinik",
    type: "news",
    hosts: ["müller-klinik.de"],
  });
  const taken = of("https://news.example.org/x", "Solo");
  assert.equal(taken.kind === "proposed" && taken.proposal.slug, "news-example-org");
});

test("no words, no suggestions; odd names do no harm", () => {
  assert.deepEqual(topics({}), []);
  assert.deepEqual(offerings({}), []);
  assert.deepEqual(topics({ title: "__proto__ constructor (((" }), []);
});
