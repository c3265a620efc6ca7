import assert from "node:assert/strict";
import { test } from "node:test";
import type { Catalog } from "../catalog/graph.ts";
import { catalogOf, healthy, news } from "../catalog/testing.ts";
import { archiveYears, buildNewsListPage, buildNewsYearPage, countNewsPages } from "./news-list-page.ts";

const catalog = catalogOf(
  healthy(
    Object.fromEntries(
      ["2026-03-09", "2026-03", "2026", "2026-07-01", "2024-12-31", "unknown"].map((published) => [
        `news/2026/at-${published}.md`,
        news({ title: `At ${published}`, date: "2026-08-01", link: `https://acme.example/${published}`, published }),
      ]),
    ),
  ),
);
const [story] = catalog.news;
assert.ok(story);

function withStories(count: number): Catalog {
  const items = Array.from({ length: count }, (_, index) => ({ ...story, slug: `story-${index}` }));
  return { ...catalog, news: items as typeof catalog.news };
}

const links = (count: number, page: number) =>
  buildNewsListPage(withStories(count), page).pagination.links.map((link) => link?.page);

test("an empty list has one page, which says so", () => {
  const view = buildNewsListPage(withStories(0), 1);
  assert.equal(countNewsPages(withStories(0)), 1);
  assert.deepEqual([view.count, view.stories, view.years], ["0 stories", [], []]);
  assert.deepEqual(view.pagination, {
    page: 1,
    pages: 1,
    previous: undefined,
    next: undefined,
    links: [{ page: 1, href: "/news/" }],
  });
});

test("a page holds 25 stories", () => {
  assert.deepEqual(
    [1, 25, 26, 10_000].map((count) => countNewsPages(withStories(count))),
    [1, 1, 2, 400],
  );
  assert.equal(buildNewsListPage(withStories(25), 1).stories.length, 25);
  assert.deepEqual(
    buildNewsListPage(withStories(26), 2).stories.map(({ href }) => href),
    ["/news/story-25/"],
  );
});

test("every story stands on one page, in reading order", () => {
  const long = withStories(10_000);
  const pages = Array.from({ length: countNewsPages(long) }, (_, index) => buildNewsListPage(long, index + 1));
  assert.deepEqual(
    pages.flatMap(({ stories }) => stories.map(({ href }) => href)),
    long.news.map(({ slug }) => `/news/${slug}/`),
  );
});

test("pagination shows the ends and the neighbours, with gaps between", () => {
  assert.deepEqual(links(1, 1), [1]);
  assert.deepEqual(links(26, 2), [1, 2]);
  assert.deepEqual(links(10_000, 1), [1, 2, undefined, 400]);
  assert.deepEqual(links(10_000, 2), [1, 2, 3, undefined, 400]);
  assert.deepEqual(links(10_000, 4), [1, undefined, 3, 4, 5, undefined, 400]);
  assert.deepEqual(links(10_000, 200), [1, undefined, 199, 200, 201, undefined, 400]);
  assert.deepEqual(links(10_000, 400), [1, undefined, 399, 400]);
});

test("newer and older lead to the neighbours, the first page being the index", () => {
  const { pagination } = buildNewsListPage(withStories(60), 2);
  assert.deepEqual([pagination.previous, pagination.next], ["/news/", "/news/page/3/"]);
  assert.equal(buildNewsListPage(withStories(60), 3).pagination.next, undefined);
});

test("pages after the first have a title, an address and a breadcrumb of their own", () => {
  const { head, breadcrumbs } = buildNewsListPage(withStories(60), 2);
  assert.match(head.title, /^News, page 2 of 3/);
  assert.match(head.canonical ?? "", /\/news\/page\/2\/$/);
  assert.deepEqual(
    breadcrumbs.map(({ label }) => label),
    ["Home", "News", "Page 2"],
  );
});

test("the archive has years newest first and a place for undated stories, with counts", () => {
  assert.deepEqual(archiveYears(catalog), [2026, 2024, undefined]);
  assert.deepEqual(
    buildNewsListPage(catalog, 1).years.map(({ href, label, count }) => [href, label, count]),
    [
      ["/news/2026/", "2026", 5],
      ["/news/2024/", "2024", 1],
      ["/news/undated/", "Date not stated", 1],
    ],
  );
  assert.deepEqual(archiveYears(withStories(3)), [2026], "no such place when every date is known");
});

test("a year goes by month, newest first, and what is known by year alone stands last", () => {
  const { heading, count, groups } = buildNewsYearPage(catalog, 2026);
  assert.deepEqual([heading, count], ["News of 2026", "5 stories"]);
  assert.deepEqual(
    groups.map(({ heading, stories }) => [heading, stories.map(({ label }) => label)]),
    [
      ["July 2026", ["At 2026-07-01"]],
      ["March 2026", ["At 2026-03-09", "At 2026-03"]],
      ["January 2026", ["A story"]],
      ["Month not stated", ["At 2026"]],
    ],
  );
});

test("undated stories have an archive of their own", () => {
  const { head, heading, count, groups } = buildNewsYearPage(catalog, undefined);
  assert.deepEqual([heading, count], ["Stories without a date", "1 story"]);
  assert.match(head.canonical ?? "", /\/news\/undated\/$/);
  assert.deepEqual(
    groups.map(({ heading, stories }) => [heading, stories.map(({ label, date }) => [label, date?.label])]),
    [["By day added", [["At unknown", "added 1 Aug 2026"]]]],
  );
});

test("the counts of the years add up to all stories", () => {
  const { years } = buildNewsListPage(catalog, 1);
  assert.equal(
    years.reduce((sum, { count }) => sum + count, 0),
    catalog.news.length,
  );
});
