import assert from "node:assert/strict";
import { test } from "node:test";
import { tellOnce } from "../lib/tell-once.ts";
import type { NewsItem, Topic } from "./graph.ts";
import {
  inReadingOrder,
  lifecycleChanges,
  newsByYear,
  newsOfSubject,
  offeringsOfSubject,
  subjectTopicsOf,
} from "./queries.ts";
import { catalogOf, healthy, news } from "./testing.ts";

const offering = (name: string, lines: string) =>
  `name: ${name}\nvendor: acme\nkind: imaging\nsummary: It is.\n${lines}`;
const story = (slug: string, published: string, categories: string) =>
  news({ published, categories, link: `https://a.example/${slug}`, relatedOfferings: "[]" });

const catalog = catalogOf(
  healthy({
    "topics/b-fhir.md": "name: 'B: FHIR'\ndescription: It.\nsameAs: ['HL7: FHIR']",
    "topics/c-other.md": "name: 'C: Other'\ndescription: It.",
    "news/2026/story.md": story("story", "2024-05", "'HL7: FHIR'"),
    "news/2026/newest.md": story("newest", "2026-01-01", "'B: FHIR'"),
    "news/2026/both.md": story("both", "2025", "['HL7: FHIR', 'B: FHIR']"),
    "news/2026/other.md": story("other", "2025-06", "'C: Other'"),
    "news/2026/when.md": story("when", "unknown", "'HL7: FHIR'"),
    "offerings/zed.md": offering("zed", "topics: ['HL7: FHIR', 'B: FHIR']\nstatus: retired\nstatusDate: 2024"),
    "offerings/abc.md": offering("Abc", "topics: ['B: FHIR']\nstatus: renamed\nstatusDate: 2026-02"),
    "offerings/gone.md": offering("Gone", "status: retired"),
    "offerings/here.md": offering("Here", "status: active\nstatusDate: 2026-03"),
  }),
);
const slugs = (list: readonly { readonly slug: string }[]) => list.map(({ slug }) => slug);

function topic(slug: string): Topic {
  const found = catalog.topics.find((one) => one.slug === slug);
  assert.ok(found, slug);
  return found;
}

test("a subject has the news of all its vocabularies in reading order, each once", () => {
  const expected = ["newest", "both", "story", "when"];
  assert.deepEqual(slugs(newsOfSubject(topic("hl7-fhir"))), expected);
  assert.deepEqual(slugs(newsOfSubject(topic("b-fhir"))), expected);
  assert.deepEqual(slugs(newsOfSubject(topic("c-other"))), ["other"]);
});

test("the topics of stories have those of the same subject with them, each once", () => {
  const [newest, both] = newsOfSubject(topic("b-fhir"));
  assert.ok(newest && both);
  assert.deepEqual(slugs(subjectTopicsOf([newest])), ["b-fhir", "hl7-fhir"]);
  assert.deepEqual(slugs(subjectTopicsOf([both, newest])).sort(), ["b-fhir", "hl7-fhir"]);
});

test("a subject has the offerings of all its vocabularies by name, each once", () => {
  const expected = ["abc", "acme-server", "zed"];
  assert.deepEqual(slugs(offeringsOfSubject(topic("hl7-fhir"))), expected);
  assert.deepEqual(slugs(offeringsOfSubject(topic("b-fhir"))), expected);
  assert.deepEqual(offeringsOfSubject(topic("c-other")), []);
});

test("the years have their news, newest first; what has no date is last", () => {
  const years = newsByYear(catalog.news);
  assert.deepEqual([...years.keys()], [2026, 2025, 2024, undefined]);
  assert.deepEqual([...years.values()].map(slugs), [["newest"], ["other", "both"], ["story"], ["when"]]);
});

test("only offerings whose state changed are changes, the latest first, the undated last", () => {
  assert.deepEqual(slugs(lifecycleChanges(catalog.offerings)), ["abc", "zed", "gone"]);
});

test("the reading order of items is that of the catalog", () => {
  assert.deepEqual([...catalog.news].reverse().sort(inReadingOrder), catalog.news);
});

test("of a list each event is told once, by its lead or by the next that is listed", () => {
  const storyOn = (title: string, date: string, more = "") =>
    `title: ${title}\ndate: 2026-06-01\npublished: ${date}\nlink: https://acme.example/${title}\ncategories: ['HL7: FHIR']\nsummary: It is.\n${more}`;
  const { news: all } = catalogOf(
    healthy({
      "news/2026/story.md": storyOn("first", "2026-05-01"),
      "news/2026/second.md": storyOn("second", "2026-05-02", "sameStoryAs: story"),
      "news/2026/third.md": storyOn("third", "2026-05-03", "sameStoryAs: story"),
      "news/2026/other.md": storyOn("other", "2026-05-04"),
    }),
  );
  const told = (items: readonly NewsItem[]) =>
    tellOnce(items).map(({ lead, others }) => [lead.title, ...others.map(({ title }) => title)]);
  assert.deepEqual(told(all), [["other"], ["first", "second", "third"]]);
  assert.deepEqual(told(all.filter(({ title }) => title !== "first")), [["other"], ["second", "third"]]);
});
