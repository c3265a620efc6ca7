import assert from "node:assert/strict";
import { test } from "node:test";
import type { NewsItem, Topic } from "../catalog/graph.ts";
import { catalogOf, healthy, news } from "../catalog/testing.ts";
import { buildTopicIndexPage, buildTopicPage, toYearChart } from "./topic-page.ts";

const story = (title: string, published: string, categories = "'HL7: FHIR'") =>
  news({ title, published, categories, link: `https://a.example/${title}`, relatedOfferings: "[]" });

const catalog = catalogOf(
  healthy({
    "topics/hl7-fhir.md":
      "name: 'HL7: FHIR'\ndescription: The standard.\nsameAs: ['Symplur: #FHIR']\nrelated: ['HL7: V2']\nbroader: 'HL7: All'",
    "topics/symplur-fhir.md": "name: 'Symplur: #FHIR'\ndescription: A hashtag.",
    "topics/hl7-v2.md": "name: 'HL7: V2'\ndescription: The older one.",
    "topics/hl7-all.md": "name: 'HL7: All'\ndescription: Everything.",
    "offerings/tagged.md": "name: Tagged\nvendor: acme\nkind: analytics\nsummary: It is.\ntopics: ['Symplur: #FHIR']",
    "news/2026/story.md": story("First", "2026-05-01"),
    "news/2026/tagged.md": story("Tagged", "2026-06-01", "'Symplur: #FHIR'"),
    "news/2026/both.md": story("Both", "2023", "['HL7: FHIR', 'Symplur: #FHIR']"),
    "news/2026/no-date.md": story("Undated", "unknown"),
  }),
);

function topicOf(slug: string): Topic {
  const found = catalog.topics.find((one) => one.slug === slug);
  assert.ok(found, slug);
  return found;
}

const fhir = topicOf("hl7-fhir");
const [item] = fhir.news;
assert.ok(item);
const stories = (...dates: (string | undefined)[]): NewsItem[] =>
  dates.map((published, index) => ({ ...item, slug: `story-${index}`, published }));

/** The topic with so many stories of its own. */
function pageWith(count: number) {
  const own = stories(...Array.from({ length: count }, () => "2026-05-01")) as unknown as Topic["news"];
  const alone: Topic = { ...fhir, sameAs: [], news: own };
  return buildTopicPage(alone, "");
}

test("a topic gathers the stories of its crosswalk in reading order and marks the other vocabulary's", () => {
  const view = buildTopicPage(fhir, "");
  assert.deepEqual(
    view.stories.map(({ label, reason }) => [label, reason]),
    [
      ["Tagged", "filed under Symplur: #FHIR"],
      ["First", undefined],
      ["Both", undefined],
      ["Undated", undefined],
    ],
  );
  assert.equal(view.count, 4);
});

test("the other side of the crosswalk gathers the same stories and marks the others", () => {
  const { stories } = buildTopicPage(topicOf("symplur-fhir"), "");
  assert.deepEqual(
    stories.map(({ label, reason }) => [label, reason]),
    [
      ["Tagged", undefined],
      ["First", "filed under HL7: FHIR"],
      ["Both", undefined],
      ["Undated", "filed under HL7: FHIR"],
    ],
  );
});

test("offerings are gathered and marked alike", () => {
  const { offerings, offeringCount } = buildTopicPage(fhir, "");
  assert.deepEqual(
    offerings.map(({ label, reason }) => [label, reason]),
    [
      ["Acme Server", undefined],
      ["Tagged", "filed under Symplur: #FHIR"],
    ],
  );
  assert.equal(offeringCount, 2);
});

test("a topic names its neighbours with their counts, and its feed", () => {
  const view = buildTopicPage(fhir, "");
  assert.deepEqual(view.crosswalk, [
    { href: "/topic/symplur-fhir/", label: "Symplur: #FHIR", note: "4 stories", count: 4 },
  ]);
  assert.deepEqual([view.broader?.label, view.related[0]?.label], ["HL7: All", "HL7: V2"]);
  assert.deepEqual(
    buildTopicPage(topicOf("hl7-all"), "").narrower.map(({ label }) => label),
    ["HL7: FHIR"],
  );
  assert.deepEqual(
    view.head.feeds.slice(3).map(({ href }) => href),
    ["/topic/hl7-fhir/feed.xml", "/topic/hl7-fhir/atom.xml", "/topic/hl7-fhir/feed.json"],
  );
  assert.deepEqual(
    view.feeds.map(({ href }) => href),
    view.head.feeds.slice(3).map(({ href }) => href),
  );
  assert.match(view.head.description, /^The standard\. 4 stories and 2 offerings\.$/);
});

test("a chart has a bar for every year from the first to the last, empty ones too", () => {
  const chart = toYearChart(stories("2026-05-01", "2026-01", "2023", undefined));
  assert.deepEqual(
    chart?.bars.map(({ year, count }) => [year, count]),
    [
      [2023, 1],
      [2024, 0],
      [2025, 0],
      [2026, 2],
    ],
  );
  assert.equal(chart?.max, 2);
});

test("the text of a chart says the same, and how many are undated", () => {
  assert.equal(
    toYearChart(stories("2026", "2023-01-01", undefined))?.text,
    "Stories by year of publication. 2023: 1, 2026: 1, date not stated: 1.",
  );
  assert.equal(toYearChart(stories("2026", "2025"))?.text, "Stories by year of publication. 2025: 1, 2026: 1.");
});

test("there is no chart under two dated stories", () => {
  for (const news of [stories(), stories(undefined, undefined), stories("2026", undefined)])
    assert.equal(toYearChart(news), undefined);
});

test("thirty stories are shown in full, three hundred more by title, the rest by search", () => {
  const shown = (count: number) => {
    const { stories, more, rest } = pageWith(count);
    return [stories.length, more.length, rest?.count];
  };
  assert.deepEqual([0, 30, 31, 330].map(shown), [
    [0, 0, undefined],
    [30, 0, undefined],
    [30, 1, undefined],
    [30, 300, undefined],
  ]);
  assert.deepEqual(shown(10_000), [30, 300, 9670]);
  assert.equal(pageWith(331).rest?.href, "/search/?q=FHIR");
});

test("the titles of the other vocabulary are marked too", () => {
  const topics = Array.from({ length: 31 }, (_, index) => [
    `news/2026/s${index}.md`,
    news({ link: `https://acme.example/${index}`, categories: "'Symplur: #FHIR'" }),
  ]);
  const crowded = catalogOf(
    healthy({
      "topics/symplur-fhir.md": "name: 'Symplur: #FHIR'\ndescription: A hashtag.\nsameAs: ['HL7: FHIR']",
      ...Object.fromEntries(topics),
    }),
  );
  const own = crowded.topics.find(({ slug }) => slug === "hl7-fhir");
  assert.ok(own);
  const { more } = buildTopicPage(own, "");
  assert.equal(more[0]?.reason, "filed under Symplur: #FHIR");
});

test("a label that was not compared with its vocabulary says so", () => {
  assert.match(buildTopicPage({ ...fhir, isPlausible: true }, "").basis ?? "", /one of HL7; it was not compared/);
  assert.equal(buildTopicPage(fhir, "").basis, undefined);
});

test("the body of a topic is shown where it has one", () => {
  assert.equal(buildTopicPage({ ...fhir, hasBody: false }, "").body, undefined);
  assert.equal(buildTopicPage(fhir, "More <script>x</script>*here*.").body, "<p>More <em>here</em>.</p>");
});

test("the index has the topics by vocabulary, each with as many entries as its page", () => {
  const { count, vocabularies } = buildTopicIndexPage(catalog);
  assert.equal(count, "4 topics");
  assert.deepEqual(
    vocabularies.map(({ name, topics }) => [name, topics.map((one) => [one.label, one.counts])]),
    [
      [
        "HL7",
        [
          ["All", "0 stories, 0 offerings"],
          ["FHIR", "4 stories, 2 offerings"],
          ["V2", "0 stories, 0 offerings"],
        ],
      ],
      ["Symplur", [["#FHIR", "4 stories, 2 offerings"]]],
    ],
  );
  assert.equal(new Set(vocabularies.map(({ anchor }) => anchor)).size, 2);
});
