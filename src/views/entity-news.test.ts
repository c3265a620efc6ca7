import assert from "node:assert/strict";
import { test } from "node:test";
import type { NewsItem, Topic } from "../catalog/graph.ts";
import { catalogOf, healthy, news } from "../catalog/testing.ts";
import { buildEntityYearPage, entityYears, entityYearUrl, newsOfEntityYear, toOwnNews } from "./entity-news.ts";

const { topics, authors, organizations } = catalogOf(
  healthy({ "news/2026/story.md": news({ author: "[李明]", published: "2025" }) }),
);
const [topic] = topics;
const [author] = authors;
const [organization] = organizations;
assert.ok(topic && author && organization);

/** So many stories of each year, newest first; the last are without a date. */
function storiesOf(...counts: readonly number[]): NewsItem[] {
  const [item] = topic?.news ?? [];
  assert.ok(item);
  return counts.flatMap((count, year) =>
    Array.from({ length: count }, (_, at) => ({
      ...item,
      slug: `s${year}-${at}`,
      published: year === counts.length - 1 ? undefined : String(2026 - year),
    })),
  );
}

test("only years that the page has not all of have pages, with fifty stories each", () => {
  const pagesOf = (...counts: readonly number[]) =>
    entityYears({ ...topic, news: storiesOf(...counts) }).map(entityYearUrl);
  assert.deepEqual(pagesOf(40, 40, 0), []);
  assert.deepEqual(pagesOf(40, 39, 2), ["/topic/hl7-fhir/undated/"]);
  assert.deepEqual(pagesOf(40, 41, 2), ["/topic/hl7-fhir/2025/", "/topic/hl7-fhir/undated/"]);
  assert.deepEqual(pagesOf(101, 0), [
    "/topic/hl7-fhir/2026/",
    "/topic/hl7-fhir/2026/page/2/",
    "/topic/hl7-fhir/2026/page/3/",
  ]);
});

test("the pages of a year have each of its stories once, and lead to the other years", () => {
  const big: Topic = { ...topic, news: storiesOf(60, 101, 1) };
  const pages = entityYears(big).filter(({ year }) => year === 2025);
  assert.deepEqual(
    pages.map((page) => newsOfEntityYear(page).length),
    [50, 50, 1],
  );
  assert.deepEqual(
    pages.flatMap(newsOfEntityYear),
    big.news.filter(({ published }) => published === "2025"),
  );
  const [, second] = pages;
  assert.ok(second);
  const view = buildEntityYearPage(second);
  assert.equal(view.head.title, "HL7: FHIR: 2025, page 2 of 3 · Curalog");
  assert.deepEqual(
    [view.heading, view.count, view.path],
    ["Stories of 2025", "101 stories, newest first", "/topic/hl7-fhir/2025/"],
  );
  assert.deepEqual(
    view.years.map(({ href, label, count }) => [href, label, count]),
    [
      ["/topic/hl7-fhir/#year-2026", "2026", 60],
      ["/topic/hl7-fhir/2025/", "2025", 101],
      ["/topic/hl7-fhir/undated/", "Date not stated", 1],
    ],
  );
  assert.deepEqual(
    view.breadcrumbs.map(({ href, label }) => [href, label]),
    [
      ["/", "Home"],
      ["/topic/", "Topics"],
      ["/topic/hl7-fhir/", "FHIR"],
      [undefined, "2025, page 2"],
    ],
  );
});

test("organizations and authors have such pages too", () => {
  const many = storiesOf(81, 0);
  const paths = [
    { ...organization, news: many },
    { ...author, news: many },
  ].flatMap((owner) =>
    entityYears(owner).map((year) => [entityYearUrl(year), buildEntityYearPage(year).head.description]),
  );
  assert.deepEqual(paths, [
    ["/organization/acme/2026/", "81 stories of 2026 from Acme, newest first."],
    ["/organization/acme/2026/page/2/", "81 stories of 2026 from Acme, newest first, page 2 of 2."],
    [`/author/${encodeURIComponent("李明")}/2026/`, "81 stories of 2026 by 李明, newest first."],
    [`/author/${encodeURIComponent("李明")}/2026/page/2/`, "81 stories of 2026 by 李明, newest first, page 2 of 2."],
  ]);
});

test("few stories of a publisher are told once, and more by year besides the latest", () => {
  const toldOf = (count: number) => {
    const { latest, byYear } = toOwnNews({ ...organization, news: storiesOf(count, 0) });
    return [latest.length, byYear?.links.length];
  };
  assert.deepEqual([6, 12, 13].map(toldOf), [
    [6, undefined],
    [12, undefined],
    [5, 1],
  ]);
});

test("stories without a date show the day of curation that they are in order of", () => {
  const [page] = entityYears({ ...topic, news: storiesOf(80, 1) });
  assert.ok(page);
  assert.deepEqual(
    buildEntityYearPage(page).stories.map(({ date }) => date?.label),
    ["added 2 Jan 2026"],
  );
});
