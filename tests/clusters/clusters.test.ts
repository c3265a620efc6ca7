/** How well events are recognised, by pairs of stories that people have labelled; and no list of the site loses a story. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type ClusterStory, findClusters } from "../../src/catalog/clusters.ts";
import type { NewsItem } from "../../src/catalog/graph.ts";
import { newsOfSubject } from "../../src/catalog/queries.ts";
import {
  buildEntityYearPage,
  entityYears,
  entityYearUrl,
  newsOfEntityYear,
  type toOwnNews,
} from "../../src/views/entity-news.ts";
import { buildHomePage } from "../../src/views/home-page.ts";
import {
  archiveYears,
  buildNewsListPage,
  buildNewsYearPage,
  countNewsPages,
  newsOfListPage,
  newsOfYear,
} from "../../src/views/news-list-page.ts";
import { buildOfferingPage } from "../../src/views/offering-page.ts";
import { buildOrganizationPage } from "../../src/views/organization-page.ts";
import type { StoryRow } from "../../src/views/parts.ts";
import { buildTopicPage } from "../../src/views/topic-page.ts";
import { entityUrl } from "../../src/views/urls.ts";
import { readCatalog } from "../read-catalog.ts";
import { madeUpStories } from "./made-up-stories.ts";
import { heldOut, type Pair, tuned } from "./pairs.ts";

/** Of pairs that are joined, so many are on one event; of those on one event, so many are joined. */
const LEAST_PRECISION = 0.95;
const LEAST_RECALL = 0.69;
const LEAST_PAIRS = 150;

const catalog = await readCatalog();

/** What an editor stated is left out: it is what is to be found. */
function toStory(item: NewsItem): ClusterStory {
  return {
    slug: item.slug,
    date: item.date,
    title: item.title,
    summary: item.summary,
    host: item.host,
    published: item.publishedBasis === "curation" ? undefined : item.published,
    offerings: item.offerings.map(({ slug }) => slug),
    topics: item.topics.map(({ name }) => name),
    sameStoryAs: [],
    notSameAs: [],
  };
}

const stories: ClusterStory[] = [
  ...catalog.news.map(toStory),
  ...madeUpStories.map((story) => ({ ...story, date: "2026-03-01", sameStoryAs: [], notSameAs: [] })),
];

const clusterOf = new Map(
  findClusters(stories).flatMap((cluster) => cluster.stories.map(({ slug }) => [slug, cluster] as const)),
);

function judge(pairs: readonly Pair[]) {
  const isJoined = ([one, two]: Pair) => clusterOf.has(one) && clusterOf.get(one) === clusterOf.get(two);
  const joined = pairs.filter(isJoined);
  const wrong = joined.filter(([, , label]) => label === "two events");
  const missed = pairs.filter((pair) => pair[2] === "one event" && !isJoined(pair));
  const right = joined.length - wrong.length;
  return { right, wrong, missed, precision: right / joined.length, recall: right / (right + missed.length) };
}

test("what is joined is one event, and most of what is one event is joined", (t) => {
  const slugs = new Set(stories.map(({ slug }) => slug));
  const all = [...tuned, ...heldOut];
  for (const [one, two] of all)
    for (const slug of [one, two]) assert.ok(slugs.has(slug), `there is no story '${slug}'`);
  assert.equal(new Set(all.map(([one, two]) => [one, two].sort().join(" "))).size, all.length, "each pair once");
  assert.ok(all.length >= LEAST_PAIRS);
  for (const [name, pairs] of Object.entries({ tuned, "held out": heldOut, all })) {
    const { right, wrong, missed, precision, recall } = judge(pairs);
    t.diagnostic(
      `${name}: ${pairs.length} pairs, ${right} joined rightly, ${wrong.length} wrongly, ${missed.length} missed; precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
    );
    if (name !== "all") for (const [one, two, , why] of wrong) t.diagnostic(`wrongly joined: ${one}, ${two} (${why})`);
    assert.ok(precision >= LEAST_PRECISION, `precision of ${name}`);
    assert.ok(recall >= LEAST_RECALL, `recall of ${name}`);
  }
});

/** Each story of the list is a row, or is named in one, once. */
function assertWhole(name: string, news: readonly NewsItem[], rows: readonly StoryRow[]): void {
  const told = rows.flatMap(({ href, also }) => [href, ...also.map((one) => one.href)]);
  assert.deepEqual(told.toSorted(), news.map((item) => entityUrl(item)).toSorted(), name);
}

/** The rows of years that stand on the page as a whole. */
function toWholeRows({ latest, byYear }: ReturnType<typeof toOwnNews>): readonly StoryRow[] {
  return byYear?.years.filter(({ rest }) => !rest).flatMap(({ rows }) => rows) ?? latest;
}

test("no list of the real content loses a story", (t) => {
  for (let page = 1; page <= countNewsPages(catalog); page += 1) {
    assertWhole(`page ${page}`, newsOfListPage(catalog, page), buildNewsListPage(catalog, page).stories);
  }
  for (const year of archiveYears(catalog)) {
    const rows = buildNewsYearPage(catalog, year).groups.flatMap((group) => group.stories);
    assertWhole(`year ${year}`, newsOfYear(catalog, year), rows);
  }
  for (const topic of catalog.topics) {
    const years = entityYears(topic);
    for (const year of years)
      assertWhole(entityYearUrl(year), newsOfEntityYear(year), buildEntityYearPage(year).stories);
    const elsewhere = new Set(years.flatMap(newsOfEntityYear));
    assertWhole(
      topic.name,
      newsOfSubject(topic).filter((item) => !elsewhere.has(item)),
      toWholeRows(buildTopicPage(topic, "")),
    );
  }
  for (const offering of catalog.offerings.filter(({ news }) => news.length > 0)) {
    assertWhole(offering.name, offering.news, buildOfferingPage(catalog, offering, "").stories);
  }
  for (const organization of catalog.organizations.filter(({ news }) => news.length > 0)) {
    assertWhole(organization.name, organization.news, toWholeRows(buildOrganizationPage(catalog, organization)));
  }
  const home = buildHomePage(catalog).stories;
  const shown = home.reduce((sum, { also }) => sum + 1 + also.length, 0);
  assertWhole("home", catalog.news.slice(0, shown), home);
  t.diagnostic(
    `${new Set(catalog.news.flatMap(({ cluster }) => cluster?.[0] ?? [])).size} events with several stories`,
  );
});
