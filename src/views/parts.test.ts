import assert from "node:assert/strict";
import { test } from "node:test";
import type { NewsItem, Offering } from "../catalog/graph.ts";
import { catalogOf, healthy, news } from "../catalog/testing.ts";
import {
  busiestTopics,
  licenceFamilyOf,
  lifecycleSentence,
  storyCount,
  storyReason,
  toBadge,
  toDateView,
  toOfferingRow,
  topicLabels,
  toStoryRow,
  toTopicChip,
} from "./parts.ts";

const catalog = catalogOf(
  healthy({
    "topics/symplur-fhir.md": "name: 'Symplur: #FHIR'\ndescription: A hashtag.",
    "topics/hit-apis.md": "name: 'Healthcare IT News: APIs'\ndescription: APIs.",
    "topics/gartner-apis.md": "name: 'Gartner: APIs'\ndescription: APIs.",
  }),
);
const [story] = catalog.news;
const [server] = catalog.offerings;
assert.ok(story && server);
const topics = catalog.topics;
const plain = { dir: undefined, lang: undefined };
const offering = (changes: Partial<Offering>): Offering => ({ ...server, ...changes });
const sentence = (changes: Partial<Offering>) => lifecycleSentence(offering(changes));

test("a story's row links to it, with its source, short date and topics", () => {
  const row = toStoryRow({ ...story, published: "2021-10-14", summary: "In short." }, "why");
  assert.deepEqual(row, {
    href: "/news/story/",
    label: "A story",
    wordings: { title: plain, teaser: plain },
    date: { machine: "2021-10-14", label: "14 Oct 2021" },
    curated: { machine: "2026-01-02", label: "added 2 Jan 2026" },
    source: { href: "https://acme.example/story", label: "Acme", isHost: false },
    teaser: "In short.",
    topics: [{ href: "/topic/hl7-fhir/", label: "FHIR", authority: "HL7" }],
    data: { "data-curated": "2026-01-02", "data-publishers": "acme", "data-topics": "hl7-fhir" },
    reason: "why",
    also: [],
  });
});

test("a source without a publisher is known by its host, as readers write it", () => {
  const { source } = toStoryRow({ ...story, publisher: undefined, host: "xn--mller-klinik-dlb.example" });
  assert.deepEqual([source.label, source.isHost], ["müller-klinik.example", true]);
});

test("a story of an unknown date and without words has neither in its row", () => {
  const row = toStoryRow({ ...story, published: undefined });
  assert.deepEqual([row.date, row.teaser, row.reason], [undefined, undefined, undefined]);
});

test("a teaser is the summary, else the description, cut at a word", () => {
  assert.equal(toStoryRow({ ...story, description: "From the source." }).teaser, "From the source.");
  assert.equal(toStoryRow({ ...story, summary: "Ours.", description: "Theirs." }).teaser, "Ours.");
  const teaser = toStoryRow({ ...story, summary: "word ".repeat(100) }).teaser ?? "";
  assert.ok(teaser.length <= 340);
  assert.match(teaser, /word…$/);
});

test("a title in a right-to-left script says so", () => {
  const wordingOf = (title: string, language?: string) => toStoryRow({ ...story, title, language }).wordings.title;
  assert.deepEqual(wordingOf("«واجهات» FHIR"), { dir: "rtl", lang: undefined });
  assert.deepEqual(wordingOf("2021: FHIR في"), plain);
  assert.deepEqual(wordingOf("2021: FHIR في", "ar"), { dir: "rtl", lang: "ar" });
});

test("a teaser has a direction of its own", () => {
  const wordingOf = (changes: Partial<NewsItem>) =>
    toStoryRow({ ...story, language: "he", ...changes }).wordings.teaser;
  assert.equal(wordingOf({}), undefined);
  assert.deepEqual(wordingOf({ summary: "In short." }), plain);
  assert.deepEqual(wordingOf({ summary: "FHIR: שלוש דרכים" }), { dir: "rtl", lang: "he" });
  assert.deepEqual(wordingOf({ description: "FHIR: שלוש דרכים" }), { dir: "rtl", lang: "he" });
});

test("dates are shown at the precision known", () => {
  assert.equal(toDateView(undefined), undefined);
  assert.deepEqual(toDateView("2026-09-30"), { machine: "2026-09-30", label: "30 September 2026" });
  assert.deepEqual(toDateView("2026-09", "short"), { machine: "2026-09", label: "Sep 2026" });
  assert.deepEqual(toDateView("2026"), { machine: "2026", label: "2026" });
});

test("a chip has a short name for a long vocabulary", () => {
  assert.deepEqual(
    topics.map(toTopicChip).map(({ authority, label }) => `${authority}: ${label}`),
    ["Gartner: APIs", "HIT News: APIs", "HL7: FHIR", "Symplur: #FHIR"],
  );
});

test("an offering's row says what is known and leaves the rest open", () => {
  assert.deepEqual(toOfferingRow(server), {
    slug: "acme-server",
    href: "/offering/acme-server/",
    label: "Acme Server",
    badge: undefined,
    vendor: { href: "/organization/acme/", label: "Acme" },
    kind: "FHIR server",
    licence: undefined,
    standards: undefined,
    reason: undefined,
  });
  const row = toOfferingRow(
    offering({ licence: "MPL-1.1", knownStandards: [{ standard: "FHIR R4", bases: ["stated"] }], status: "retired" }),
    "why",
  );
  assert.deepEqual(
    [row.licence, row.standards, row.badge?.label, row.reason],
    ["MPL-1.1", "FHIR R4", "Retired", "why"],
  );
  const known = [
    { standard: "FHIR R4", bases: ["declared", "implied"] },
    { standard: "US Core", bases: ["implied"] },
    { standard: "Bulk Data", bases: ["implied"] },
  ] as const;
  assert.equal(
    toOfferingRow(offering({ knownStandards: known })).standards,
    "declared: FHIR R4; by certification: US Core and Bulk Data",
  );
});

test("only what is no longer as it was has a badge", () => {
  assert.equal(toBadge(offering({ status: undefined })), undefined);
  assert.equal(toBadge(offering({ status: "active" })), undefined);
  assert.deepEqual(toBadge(offering({ status: "renamed" })), { label: "Renamed", tone: "warn" });
  assert.deepEqual(toBadge(offering({ status: "retired" })), { label: "Retired", tone: "stop" });
});

test("the lifecycle is told at the precision known, in the past or to come", () => {
  assert.equal(sentence({ status: undefined }), undefined);
  assert.equal(sentence({ status: "active" }), "Active");
  assert.equal(sentence({ status: "retired", statusDate: "2026-09-30" }), "Retired on 30 September 2026");
  assert.equal(
    sentence({ status: "retired", statusDate: "2026-11-23", isStatusToCome: true }),
    "Retires on 23 November 2026",
  );
  assert.equal(sentence({ status: "retired", statusDate: "2027-03", isStatusToCome: true }), "Retires in March 2027");
  assert.equal(sentence({ status: "retired", statusDate: "2024" }), "Retired in 2024");
  assert.equal(sentence({ status: "renamed", statusDate: "2024-05" }), "Renamed in May 2024");
  assert.equal(sentence({ status: "retired", statusDate: undefined }), "Retired (date not stated)");
});

test("a renaming says from what, and nothing else does", () => {
  const formerly = ["Old", "Older"];
  assert.equal(
    sentence({ status: "renamed", statusDate: "2026-11-24", formerly }),
    "Renamed on 24 November 2026, formerly Old and Older",
  );
  assert.equal(sentence({ status: "retired", statusDate: "2024", formerly }), "Retired in 2024");
  assert.equal(sentence({ status: "active", formerly }), "Active");
  assert.doesNotMatch(sentence({ status: "renamed", statusDate: "2027", isStatusToCome: true, formerly }) ?? "", /Old/);
});

test("a renaming to come is not told as past", () => {
  assert.equal(
    sentence({ status: "renamed", statusDate: "2027-03-01", isStatusToCome: true }),
    "Will be renamed on 1 March 2027",
  );
  assert.deepEqual(toBadge(offering({ status: "retired", isStatusToCome: true })), { label: "Retires", tone: "warn" });
});

test("a related story says what is shared, each label once", () => {
  const related = { to: story, topics: [], offerings: [], standards: [] };
  const [gartner, healthcareIt, fhir] = topics;
  assert.ok(gartner && healthcareIt && fhir);
  assert.equal(storyReason({ ...related, topics: [fhir] }), "same topic: FHIR");
  assert.equal(
    storyReason({ ...related, topics: [gartner, fhir], offerings: [server] }),
    "also about Acme Server; same topics: APIs and FHIR",
  );
  assert.equal(topicLabels([gartner, healthcareIt, fhir]), "APIs and FHIR");
});

test("a licence belongs to a family", () => {
  assert.equal(licenceFamilyOf(offering({ licence: "AGPL-3.0" }))?.label, "Open source");
  assert.equal(licenceFamilyOf(offering({ licence: undefined })), undefined);
});

test("stories are counted in words", () => {
  assert.deepEqual([storyCount(0), storyCount(1), storyCount(12345)], ["0 stories", "1 story", "12,345 stories"]);
});

test("a title with markup stays the text it is", () => {
  const title = "<img src=x onerror=alert(1)> & co";
  const [item] = catalogOf(healthy({ "news/2026/story.md": news({ title: JSON.stringify(title) }) })).news;
  assert.ok(item);
  assert.equal(toStoryRow(item).label, title);
});

test("topics go by the stories that their pages have, each subject by the topic with most of its own", () => {
  const filed = (name: string, count: number) =>
    Array.from({ length: count }, (_, index) => [
      `news/2026/${name.slice(-1).toLowerCase()}-${index}.md`,
      news({
        title: `'${name} ${index}'`,
        link: `https://a.example/${name.slice(-1)}${index}`,
        categories: `'${name}'`,
      }),
    ]);
  const busy = catalogOf(
    healthy({
      "topics/one-a.md": "name: 'One: A'\ndescription: It is.",
      "topics/one-b.md": "name: 'One: B'\ndescription: It is.\nsameAs: ['Two: C']",
      "topics/two-c.md": "name: 'Two: C'\ndescription: It is.",
      ...Object.fromEntries([...filed("One: A", 4), ...filed("One: B", 2), ...filed("Two: C", 3)]),
    }),
  );
  assert.deepEqual(
    busiestTopics(busy, 2).map(({ label, count }) => [label, count]),
    [
      ["C", 5],
      ["A", 4],
    ],
  );
});
