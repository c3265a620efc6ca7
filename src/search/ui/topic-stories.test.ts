import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogOf, healthy, news } from "../../catalog/testing.ts";
import { tellOnce } from "../../lib/tell-once.ts";
import { newsOf } from "../../views/entity-news.ts";
import { toStoryRows as toPageRows } from "../../views/story-rows.ts";
import { buildTopicRows } from "../../views/topic-filters.ts";
import { countOptions, matchingRows } from "./offering-list.ts";
import { rowDataOf, toStoryRows } from "./topic-stories.ts";

const story = (title: string, lines: Readonly<Record<string, string>>) =>
  news({ title, link: `https://a.example/${encodeURIComponent(title)}`, relatedOfferings: "[]", ...lines });

const { topics } = catalogOf(
  healthy({
    "topics/symplur-fhir.md": "name: 'Symplur: #FHIR'\ndescription: A hashtag.\nsameAs: ['HL7: FHIR']",
    "news/2026/story.md": news({ published: "2025-03" }),
    "news/2026/copy.md": story("Copy", { published: "2025-04-01", sameStoryAs: "story" }),
    "news/2026/tagged.md": story("Tagged", { published: "unknown", categories: "'Symplur: #FHIR'", language: "fr" }),
    "news/2026/größe.md": story("خبر", { published: "2024" }),
  }),
);
const topic = topics.find(({ slug }) => slug === "hl7-fhir");
assert.ok(topic);
const { stories, offerings } = buildTopicRows(topic);
// As the browser gets them.
const rows = toStoryRows(JSON.parse(JSON.stringify(stories)));

test("the rows of a topic have its stories in reading order, with what their list shows", () => {
  assert.deepEqual(
    rows.map(({ title, href, date, source, reason, wording }) => [title, href, date, source, reason, wording]),
    [
      ["Copy", "/news/copy/", "2025-04-01", "a.example", undefined, undefined],
      ["A story", "/news/story/", "2025-03", "Acme", undefined, undefined],
      ["خبر", `/news/${encodeURIComponent("größe")}/`, "2024", "a.example", undefined, { dir: "rtl" }],
      ["Tagged", "/news/tagged/", "", "a.example", "filed under Symplur: #FHIR", { lang: "fr" }],
    ],
  );
  assert.deepEqual(
    offerings.map(({ label, kind, values }) => [label, kind, values]),
    [["Acme Server", "FHIR server", { kind: ["fhir-server"], standard: ["not-stated"] }]],
  );
});

test("they state what the rows of the page do, by which a reader's own lists mark and hide them", () => {
  const ofPage = toPageRows(newsOf(topic)).map(({ data }) => [
    data["data-curated"],
    data["data-publishers"],
    data["data-topics"],
  ]);
  assert.deepEqual(
    tellOnce(rows).map((told) => Object.values(rowDataOf(told))),
    ofPage,
  );
  assert.deepEqual(
    ofPage.map((row) => row[1]),
    ["acme -", "-", "-"],
  );
});

test("they narrow by year and publisher, and tell each event once among what is left", () => {
  const select = (selection: Readonly<Record<string, readonly string[]>>) =>
    new Map(Object.entries(selection).map(([filter, values]) => [filter, new Set(values)]));
  const told = (selection: Readonly<Record<string, readonly string[]>>) =>
    tellOnce(matchingRows(rows, select(selection))).map(({ lead, others }) =>
      [lead, ...others].map((one) => one.title),
    );
  assert.deepEqual(told({ year: ["2025"] }), [["A story", "Copy"]]);
  assert.deepEqual(told({ year: ["2025"], publisher: ["not-stated"] }), [["Copy"]]);
  assert.deepEqual(told({ year: ["not-stated", "2024"] }), [["خبر"], ["Tagged"]]);
  assert.deepEqual([...countOptions(rows, select({ publisher: ["acme"] }), "year")], [["2025", 1]]);
});
