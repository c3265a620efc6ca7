/** The topics by vocabulary, and one topic: what changed in it, its latest stories and key offerings, then all of both. */
import type { Catalog, NewsItem, Offering, Topic } from "../catalog/graph.ts";
import { newsByYear, newsOfSubject, offeringsOfSubject } from "../catalog/queries.ts";
import { hasSection } from "../config/settings.ts";
import { memoize } from "../lib/memoize.ts";
import { getMessages } from "../messages/messages.ts";
import { latestChanges } from "./catalog-changes.ts";
import { filedElsewhere, latestOf, newsOf, toOwnNews } from "./entity-news.ts";
import { KEY_OFFERINGS, toKeyOfferings, toOfferingGroups } from "./entity-offerings.ts";
import { toFormatLinks } from "./feed-links.ts";
import { countEntities, toMostCounted } from "./most-counted.ts";
import { buildPage } from "./page.ts";
import { type CountedLink, catalogCounts, countFiled, countStoriesAndOfferings, type NotedLink } from "./parts.ts";
import { toItemList } from "./structured-data/page-graph.ts";
import { toTopicStatement, toVocabularyStatement } from "./structured-data/topic-statement.ts";
import { toOwnText } from "./texts.ts";
import { newsFilters, offeringFilters } from "./topic-filters.ts";
import {
  editUrl,
  entityDataUrl,
  entityFilterUrl,
  entityRowsUrl,
  entityUrl,
  indexUrl,
  vocabularyAnchor,
} from "./urls.ts";
import { wordHtml } from "./wording.ts";

export type YearChart = NonNullable<ReturnType<typeof toYearChart>>;

export type TopicPageView = ReturnType<typeof buildTopicPage>;

const CHANGES = 5;

export type TopicIndexPageView = ReturnType<typeof buildTopicIndexPage>;

export function buildTopicIndexPage(catalog: Catalog) {
  const { site, topic: messages } = getMessages();
  const vocabularies = [...Map.groupBy(catalog.topics, ({ authority }) => authority)].map(([name, topics]) => ({
    name,
    anchor: vocabularyAnchor(name),
    topics: topics.map((topic) => ({
      href: entityUrl(topic),
      label: topic.label,
      description: topic.description,
      // As many as its page has.
      counts: countStoriesAndOfferings(newsOfSubject(topic), offeringsOfSubject(topic)).join(", "),
    })),
  }));
  const entries = vocabularies.flatMap(({ topics }) => topics);
  return {
    ...buildPage({
      title: site.sections.topic,
      description: messages.index.description,
      path: indexUrl("topic"),
      section: "topic",
      statement: toVocabularyStatement(catalog, toItemList(indexUrl("topic"), entries)),
    }),
    heading: site.sections.topic,
    count: catalogCounts(catalog).topic,
    vocabularies,
  };
}

/** `body` is the Markdown below the front matter. */
export function buildTopicPage(topic: Topic, body: string) {
  const { entries, topic: messages } = getMessages();
  const own = toOwnText(topic, body);
  const text = own && wordHtml(own);
  const news = newsOf(topic);
  const offerings = offeringsOfSubject(topic);
  const { keyOfferings, areAllLatest, areAllKey } = topicStart(topic);
  const { latest, byYear } = toOwnNews(topic);
  const shown = byYear?.years.flatMap(({ rows }) => rows) ?? latest;
  return {
    ...buildPage({
      title: `${topic.label} (${topic.authority})`,
      description: messages.description(topic.description, countStoriesAndOfferings(news, offerings)),
      path: entityUrl(topic),
      data: entityDataUrl(topic),
      section: "topic",
      breadcrumb: topic.label,
      feeds: messages.feed(topic.name),
      statement: toTopicStatement(topic, toItemList(entityUrl(topic), shown, news.length)),
    }),
    kicker: topic.authority,
    heading: topic.label,
    description: topic.description,
    basis: topic.isPlausible ? messages.plausible(topic.authority) : undefined,
    body: text?.html,
    bodyWording: text?.wording,
    /** The same subject in other vocabularies. */
    crosswalk: topic.sameAs.map(toNamed),
    broader: topic.broader && toNamed(topic.broader),
    narrower: topic.narrower.map(toNamed),
    related: topic.related.map(toCounted),
    feeds: toFormatLinks(entityUrl(topic)),
    chart: toYearChart(news),
    count: news.length,
    /** Ways to the two lists, for a screen that shows them one below the other. */
    contents: [
      ...(hasSection("news") ? [{ href: "#news", label: entries.stories(news.length) }] : []),
      ...(hasSection("offerings") ? [{ href: "#offerings", label: entries.offerings(offerings.length) }] : []),
    ],
    changes: latestChanges(offerings, CHANGES),
    latest,
    /** Undefined where the latest stories are all that there are. */
    byYear,
    offeringCount: offerings.length,
    keyOfferings,
    /** None where those that matter most are all that there are. */
    offeringGroups: areAllKey
      ? []
      : toOfferingGroups(offerings, {
          reasonOf: ({ topics }) => filedElsewhere(topics, topic),
          selection: { topic: [topic, ...topic.sameAs].map(({ slug }) => slug) },
        }),
    /** Of the lists of everything. */
    newsFilters: areAllLatest ? [] : newsFilters(topic),
    offeringFilters: areAllKey ? [] : offeringFilters(topic),
    rows: isFiltered(topic) ? entityRowsUrl(topic) : undefined,
    /** Where all publishers are. */
    allPublishers: byYear ? entityFilterUrl(topic, "publisher") : undefined,
    publishers: toMostCounted(news.flatMap(({ publisher }) => publisher ?? [])),
    authors: toMostCounted(news.flatMap(({ authors }) => authors)),
    edit: editUrl(topic.file),
  };
}

/** What a topic's page begins with, and whether that is all: then there is no list to narrow. */
export const topicStart = memoize((topic: Topic) => {
  const news = newsOf(topic);
  const offerings = offeringsOfSubject(topic);
  const keyOfferings = toKeyOfferings(offerings, topic.featured, storiesNaming(news), ({ topics }) =>
    filedElsewhere(topics, topic),
  );
  return {
    keyOfferings,
    areAllLatest: latestOf(topic).areAll,
    areAllKey: offerings.length <= KEY_OFFERINGS,
  };
});

/** True where the page has a list with filters. */
export function isFiltered(topic: Topic): boolean {
  const { areAllLatest, areAllKey } = topicStart(topic);
  return !areAllLatest || !areAllKey;
}

/** How many of these stories name an offering. */
function storiesNaming(news: readonly NewsItem[]): (offering: Offering) => number {
  const counts = new Map(
    countEntities(news.flatMap(({ offerings }) => offerings)).map(({ entity, count }) => [entity, count]),
  );
  return (offering) => counts.get(offering) ?? 0;
}

/** Bars for the years from the first to the last story, empty years included; one year alone is no chart. */
export function toYearChart(news: readonly NewsItem[]) {
  const years = newsByYear(news);
  const known = [...years.keys()].filter((year) => year !== undefined);
  if (known.length < 2) return undefined;
  const first = Math.min(...known);
  const last = Math.max(...known);
  const bars = Array.from({ length: last - first + 1 }, (_, index) => {
    const year = first + index;
    return { year, count: years.get(year)?.length ?? 0 };
  });
  const undated = years.get(undefined)?.length ?? 0;
  const { format, topic: messages } = getMessages();
  const listed = bars.filter(({ count }) => count > 0).map(({ year, count }) => `${year}: ${format.count(count)}`);
  return {
    bars,
    max: Math.max(...bars.map(({ count }) => count)),
    /** The same as a sentence. */
    text: messages.chart.text(listed.join(", "), undated),
    undated,
  };
}

function toCounted(topic: Topic): CountedLink {
  return { href: entityUrl(topic), label: topic.name, count: countFiled(topic) };
}

/** In a line, where a bare number would not say of what. */
function toNamed(topic: Topic): NotedLink {
  const { count, ...link } = toCounted(topic);
  const { entries } = getMessages();
  return { ...link, note: hasSection("news") ? entries.stories(count) : entries.offerings(count) };
}
