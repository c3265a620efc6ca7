/** The topics by vocabulary, and one topic with its crosswalk, its years, its news and its offerings. */
import type { Catalog, NewsItem, Topic } from "../catalog/graph.ts";
import { newsByYear, newsOfSubject, offeringsOfSubject } from "../catalog/queries.ts";
import { counted } from "../lib/text.ts";
import { toFormatLinks } from "./feed-links.ts";
import { buildPage } from "./page.ts";
import { type CountedLink, catalogCounts, type StoryRow, storyCount, toOfferingRow } from "./parts.ts";
import { countStories, toStoryRows } from "./story-rows.ts";
import { toItemList } from "./structured-data/page-graph.ts";
import { toTopicStatement, toVocabularyStatement } from "./structured-data/topic-statement.ts";
import { toOwnText } from "./texts.ts";
import { editUrl, entityDataUrl, entityUrl, indexUrl, queryUrl, vocabularyAnchor } from "./urls.ts";
import { wordHtml } from "./wording.ts";

export type YearChart = NonNullable<ReturnType<typeof toYearChart>>;

export type TopicPageView = ReturnType<typeof buildTopicPage>;

const FULL_STORIES = 30;
const TITLES = 300;

export type TopicIndexPageView = ReturnType<typeof buildTopicIndexPage>;

export function buildTopicIndexPage(catalog: Catalog) {
  const vocabularies = [...Map.groupBy(catalog.topics, ({ authority }) => authority)].map(([name, topics]) => ({
    name,
    anchor: vocabularyAnchor(name),
    topics: topics.map((topic) => ({
      href: entityUrl(topic),
      label: topic.label,
      description: topic.description,
      // As many as its page has.
      counts: `${storyCount(newsOfSubject(topic).length)}, ${counted(offeringsOfSubject(topic).length, "offering")}`,
    })),
  }));
  const entries = vocabularies.flatMap(({ topics }) => topics);
  return {
    ...buildPage({
      title: "Topics",
      description: "All topics by vocabulary, with how many stories and offerings each has.",
      path: indexUrl("topic"),
      section: "topic",
      statement: toVocabularyStatement(catalog, toItemList(indexUrl("topic"), entries)),
    }),
    heading: "Topics",
    count: catalogCounts(catalog).topic,
    vocabularies,
  };
}

/** `body` is the Markdown below the front matter. */
export function buildTopicPage(topic: Topic, body: string) {
  const own = toOwnText(topic, body);
  const text = own && wordHtml(own);
  const news = newsOfSubject(topic);
  const offerings = offeringsOfSubject(topic);
  const shown = news.slice(0, FULL_STORIES + TITLES);
  const rows = toStoryRows(shown, (item) => elsewhere(item, topic));
  const stories = rows.slice(0, FULL_STORIES).map((row) => withoutTopic(row, topic));
  const more = rows.slice(FULL_STORIES);
  const rest = news.length - shown.length;
  return {
    ...buildPage({
      title: `${topic.label} (${topic.authority})`,
      description: `${topic.description} ${storyCount(news.length)} and ${counted(offerings.length, "offering")}.`,
      path: entityUrl(topic),
      data: entityDataUrl(topic),
      section: "topic",
      breadcrumb: topic.label,
      feeds: `${topic.name}: news`,
      statement: toTopicStatement(topic, toItemList(entityUrl(topic), stories, news.length)),
    }),
    kicker: topic.authority,
    heading: topic.label,
    description: topic.description,
    basis: topic.isPlausible
      ? `The label is believed to be one of ${topic.authority}; it was not compared with a list of theirs.`
      : undefined,
    body: text?.html,
    bodyWording: text?.wording,
    /** The same subject in other vocabularies. */
    crosswalk: topic.sameAs.map(toNamed),
    broader: topic.broader && toNamed(topic.broader),
    narrower: topic.narrower.map(toNamed),
    related: topic.related.map(toNamed),
    feeds: toFormatLinks(entityUrl(topic)),
    chart: toYearChart(news),
    count: news.length,
    /** Ways to the two lists, for a screen that shows them one below the other. */
    contents: [
      { href: "#news", label: storyCount(news.length) },
      { href: "#offerings", label: counted(offerings.length, "offering") },
    ],
    stories,
    /** Stories beyond those shown in full, as a list of titles. */
    more,
    moreCount: countStories(more),
    /** The search page with the rest, when even the titles are too many. */
    rest: rest > 0 ? { href: queryUrl(topic.label), label: "Search for the rest", count: rest } : undefined,
    offeringCount: offerings.length,
    offerings: offerings.map((offering) =>
      toOfferingRow(offering, offering.topics.includes(topic) ? undefined : filedUnder(offering.topics, topic)),
    ),
    edit: editUrl(topic.file),
  };
}

/** Bars for the years from the first to the last story, empty years included; one year alone is no chart. */
export function toYearChart(news: readonly NewsItem[]) {
  const years = newsByYear(news);
  const known = [...years.keys()];
  if (known.length < 2) return undefined;
  const first = Math.min(...known);
  const last = Math.max(...known);
  const bars = Array.from({ length: last - first + 1 }, (_, index) => {
    const year = first + index;
    return { year, count: years.get(year)?.length ?? 0 };
  });
  const undated = news.filter(({ published }) => published === undefined).length;
  const listed = bars.filter(({ count }) => count > 0).map(({ year, count }) => `${year}: ${count}`);
  return {
    bars,
    max: Math.max(...bars.map(({ count }) => count)),
    /** The same as a sentence. */
    text: `Stories by year of publication. ${listed.join(", ")}${undated > 0 ? `, date not stated: ${undated}` : ""}.`,
    undated,
  };
}

function toNamed(topic: Topic): CountedLink {
  const { length } = newsOfSubject(topic);
  return { href: entityUrl(topic), label: topic.name, note: storyCount(length), count: length };
}

/** Every story of a topic's page would repeat the topic. */
function withoutTopic(row: StoryRow, topic: Topic): StoryRow {
  return { ...row, topics: row.topics.filter(({ href }) => href !== entityUrl(topic)) };
}

/** Says why an entry is listed that is filed under the same subject of another vocabulary. */
function elsewhere(item: NewsItem, topic: Topic): string | undefined {
  return item.topics.includes(topic) ? undefined : filedUnder(item.topics, topic);
}

function filedUnder(topics: readonly Topic[], topic: Topic): string | undefined {
  const other = topics.find((one) => topic.sameAs.includes(one));
  return other && `filed under ${other.name}`;
}
