/** What the lists of a topic's page can be narrowed by, where each value leads without script, and the rows that the browser narrows. */
import type { NewsItem, Topic } from "../catalog/graph.ts";
import { offeringsOfSubject } from "../catalog/queries.ts";
import type { TopicRows, TopicStories } from "../compare/topic-rows.ts";
import { toReadableHost } from "../lib/host-name.ts";
import { byLabel, byText } from "../lib/order.ts";
import { getMessages } from "../messages/messages.ts";
import { filedElsewhere, newsOf, yearLinks } from "./entity-news.ts";
import { kindAnchor } from "./entity-offerings.ts";
import { basesOf, basisOptions, NOT_STATED, narrowingOptions, valuesOfFacet } from "./offering-facets.ts";
import type { FilterView } from "./offering-index-page.ts";
import { rowOfOffering, toRowData } from "./parts.ts";
import { entityFilterUrl } from "./urls.ts";
import { wordingOfSource } from "./wording.ts";

/** Of its news: the values of publishers come with the rows, since there may be thousands. */
export function newsFilters(topic: Topic): FilterView[] {
  const { filters } = getMessages().topic;
  return [
    {
      name: "year",
      label: filters.year,
      options: yearLinks(topic).map(({ href, label, count, year }) => ({
        value: year === undefined ? NOT_STATED.slug : String(year),
        label,
        href,
        count,
      })),
    },
    {
      name: "publisher",
      label: filters.publisher,
      options: [],
      all: { href: entityFilterUrl(topic, "publisher"), label: filters.allPublishers },
    },
  ];
}

/** Of its offerings. */
export function offeringFilters(topic: Topic): FilterView[] {
  const offerings = offeringsOfSubject(topic);
  const { filters } = getMessages().topic;
  return [
    {
      name: "kind",
      label: filters.kind,
      options: narrowingOptions(offerings, "kind").map((option) => ({
        ...option,
        href: `#${kindAnchor(option.value)}`,
      })),
    },
    {
      name: "standard",
      label: filters.standard,
      options: narrowingOptions(offerings, "standard").map((option) => ({
        ...option,
        href: entityFilterUrl(topic, `standard-${option.value}`),
      })),
    },
    { name: "basis", label: filters.basis, options: basisOptions(offerings) },
  ];
}

export function buildTopicRows(topic: Topic): TopicRows {
  return {
    stories: toStories(newsOf(topic), topic),
    offerings: offeringsOfSubject(topic).map((offering) => {
      const { slug, href, label, badge, vendor, kind, standards } = rowOfOffering(offering);
      return {
        ...{ slug, href, label, badge, vendor, kind, standards },
        reason: filedElsewhere(offering.topics, topic),
        values: { kind: valuesOfFacet(offering, "kind"), standard: valuesOfFacet(offering, "standard") },
        bases: basesOf(offering),
      };
    }),
  };
}

function toStories(news: readonly NewsItem[], topic: Topic): TopicStories {
  const places = new Map(news.map((item, place) => [item, place]));
  const publishers = [...new Set(news.flatMap(({ publisher }) => publisher ?? []))].sort(
    (a, b) => byLabel(a.name, b.name) || byText(a.slug, b.slug),
  );
  const hosts = [...new Set(news.flatMap(({ publisher, host }) => (publisher ? [] : toReadableHost(host))))];
  const sources = [...publishers, ...hosts.sort(byText)];
  const sourcePlaces = new Map(sources.map((source, place) => [source, place]));
  // As a row of the page states them.
  const topics = news.map((item) => toRowData([item])["data-topics"].split(" "));
  const topicSlugs = [...new Set(topics.flat())];
  const topicPlaces = new Map(topicSlugs.map((slug, place) => [slug, place]));
  const clusters = new Set(news.flatMap(({ cluster }) => (cluster ? [cluster] : [])));
  return {
    titles: news.map(({ title }) => title),
    slugs: news.map(({ slug }) => slug),
    dates: news.map(({ published = "" }) => published),
    curated: news.map(({ date }) => date),
    topics: topics.map((slugs) => slugs.flatMap((slug) => topicPlaces.get(slug) ?? [])),
    topicSlugs,
    sources: news.map(({ publisher, host }) => sourcePlaces.get(publisher ?? toReadableHost(host)) ?? -1),
    sourceNames: sources.map((source) =>
      typeof source === "string" ? { label: source } : { label: source.name, publisher: source.slug },
    ),
    wordings: byPlace(news, (item) => {
      const { lang, dir } = wordingOfSource(item.title, item);
      return lang || dir ? { ...(lang && { lang }), ...(dir && { dir }) } : undefined;
    }),
    reasons: byPlace(news, ({ topics }) => filedElsewhere(topics, topic)),
    clusters: [...clusters]
      .map((cluster) => cluster.flatMap((item) => places.get(item) ?? []))
      .filter(({ length }) => length > 1),
  };
}

function byPlace<V>(news: readonly NewsItem[], toValue: (item: NewsItem) => V | undefined): Record<number, V> {
  return Object.fromEntries(
    news.flatMap((item, place) => {
      const value = toValue(item);
      return value === undefined ? [] : [[place, value]];
    }),
  );
}
