import assert from "node:assert/strict";
import { test } from "node:test";
import type { NewsItem, Offering, Topic } from "../catalog/graph.ts";
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

function first<T>(items: readonly T[]): T {
  const [item] = items;
  assert.ok(item);
  return item;
}

const fhir = topicOf("hl7-fhir");
const item = first(fhir.news);
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
    view.latest.map(({ label, reason }) => [label, reason]),
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
  const { latest } = buildTopicPage(topicOf("symplur-fhir"), "");
  assert.deepEqual(
    latest.map(({ label, reason }) => [label, reason]),
    [
      ["Tagged", undefined],
      ["First", "filed under HL7: FHIR"],
      ["Both", undefined],
      ["Undated", "filed under HL7: FHIR"],
    ],
  );
});

test("offerings are gathered and marked alike, and few of them are listed once", () => {
  const { keyOfferings, offeringGroups, offeringCount } = buildTopicPage(fhir, "");
  assert.deepEqual(
    keyOfferings.map(({ label, reason }) => [label, reason]),
    [
      ["Acme Server", ""],
      ["Tagged", "filed under Symplur: #FHIR"],
    ],
  );
  assert.deepEqual([offeringCount, offeringGroups], [2, []]);
});

test("key offerings are what an editor put first, then what most stories name, then what has most standards", () => {
  const offering = (name: string, lines: string) =>
    `name: ${name}\nvendor: acme\nkind: fhir-server\nsummary: It is.\ntopics: ['HL7: FHIR']\n${lines}`;
  const names = (slug: string, index: number) =>
    news({ title: `S${slug}${index}`, link: `https://a.example/${slug}${index}`, relatedOfferings: `[${slug}]` });
  const built = catalogOf(
    healthy({
      "topics/hl7-fhir.md": "name: 'HL7: FHIR'\ndescription: The standard.\nfeatured: [plain]",
      "offerings/plain.md": offering("Plain", ""),
      "offerings/one.md": offering("One", "standards: [FHIR R4]"),
      "offerings/five.md": offering("Five", "standards: [FHIR R5, FHIR R4, FHIR STU3, SMART on FHIR, Bulk Data]"),
      "offerings/told.md": offering("Told", ""),
      "offerings/gone.md": offering("Gone", "status: retired\nstatusDate: 2025-01\nstandards: [FHIR R4]"),
      "offerings/nothing.md": offering("Nothing", ""),
      "news/2026/told-1.md": names("told", 1),
      "news/2026/told-2.md": names("told", 2),
    }),
  );
  const [own] = built.topics;
  assert.ok(own);
  const view = buildTopicPage(own, "");
  assert.deepEqual(
    view.keyOfferings.map(({ label, reason }) => `${label}: ${reason}`),
    [
      "Plain: put first by the editors",
      "Told: 2 stories",
      "Acme Server: 1 story",
      "Five: FHIR R5, FHIR R4, FHIR STU3, SMART on FHIR and 1 more standard",
      "One: FHIR R4",
    ],
  );
  assert.deepEqual(
    view.offeringGroups.map(({ label, anchor, count, offerings }) => [label, anchor, count, offerings.length]),
    [["FHIR server", "kind-fhir-server", 7, 7]],
  );
  assert.deepEqual(
    view.changes.map(({ label, text }) => `${label}: ${text}`),
    ["Gone: Retired in January 2025"],
  );
});

test("a topic names its neighbours with their counts, and its feed", () => {
  const view = buildTopicPage(fhir, "");
  assert.deepEqual(view.crosswalk, [{ href: "/topic/symplur-fhir/", label: "Symplur: #FHIR", note: "4 stories" }]);
  assert.equal(view.broader?.label, "HL7: All");
  assert.deepEqual(view.related, [{ href: "/topic/hl7-v2/", label: "HL7: V2", count: 0 }]);
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

test("a topic of five stories tells them once, one of more has them by year too", () => {
  assert.equal(pageWith(5).byYear, undefined);
  const { latest, byYear } = pageWith(6);
  assert.equal(latest.length, 5);
  assert.deepEqual(
    byYear?.years.map(({ anchor, label, count, rows, rest }) => [anchor, label, count, rows.length, rest]),
    [["year-2026", "2026", 6, 6, undefined]],
  );
  assert.deepEqual([pageWith(0).latest, pageWith(0).byYear], [[], undefined]);
});

test("ten thousand stories and offerings are as many rows as some hundred", () => {
  const dates = Array.from({ length: 10_000 }, (_, at) => (at < 9990 ? String(2026 - Math.floor(at / 70)) : undefined));
  const offerings = Array.from({ length: 10_000 }, (_, at): Offering => {
    return { ...first(fhir.offerings), slug: `o${at}`, knownStandards: [{ standard: "FHIR R4", bases: ["stated"] }] };
  });
  const alone: Topic = { ...fhir, sameAs: [], news: stories(...dates), offerings };
  const { latest, byYear, keyOfferings, offeringGroups, publishers } = buildTopicPage(alone, "");
  assert.deepEqual([latest.length, keyOfferings.length, publishers.links.length], [5, 6, 0]);
  assert.deepEqual(
    byYear?.years.map(({ label, rows, rest }) => [label, rows.length, rest?.href, rest?.label]),
    [
      ["2026", 70, undefined, undefined],
      ["2025", 10, "/topic/hl7-fhir/2025/", "All 70 stories of 2025"],
    ],
  );
  assert.deepEqual([byYear?.later.length, byYear?.links.length], [142, 144]);
  const last = byYear?.later.at(-1);
  assert.deepEqual([last?.href, last?.label, last?.count], ["/topic/hl7-fhir/undated/", "Date not stated", 10]);
  assert.deepEqual(
    byYear?.links.slice(0, 2).map(({ href }) => href),
    ["#year-2026", "/topic/hl7-fhir/2025/"],
  );
  assert.deepEqual(
    offeringGroups.map(({ count, offerings: shown, rest }) => [count, shown.length, rest?.href, rest?.label]),
    [[10_000, 100, "/offering/?topic=hl7-fhir&kind=fhir-server", "9,900 more offerings of this kind"]],
  );
});

test("a label that was not compared with its vocabulary says so", () => {
  assert.match(buildTopicPage({ ...fhir, isPlausible: true }, "").basis ?? "", /one that HL7 uses; it was not checked/);
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
