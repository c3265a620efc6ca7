/** The page of all feeds, and the list of those of topics that a feed reader imports. */
import type { Catalog } from "../catalog/graph.ts";
import { newsOfSubject } from "../catalog/queries.ts";
import { getSite, hasFacts, hasSection } from "../config/settings.ts";
import { getMessages } from "../messages/messages.ts";
import { FEED_ITEMS } from "../vocab/feed-format.ts";
import { lastChange } from "./feed.ts";
import { toFormatLinks } from "./feed-links.ts";
import { buildPage } from "./page.ts";
import { absoluteUrl, digestIndexUrl, entityUrl, feedsUrl, feedUrl, homeUrl, topicsOutlineUrl } from "./urls.ts";

/** Parts of the site whose feeds are linked from their own pages alone. */
const ELSEWHERE = ["offerings", "organizations", "authors"] as const;
/** All that have feeds. */
const WITH_FEEDS = ["news", "digest", "topics", ...ELSEWHERE] as const;

/** What has feeds, within a sentence, without what the site leaves out. */
export function listWithFeeds(parts: readonly (typeof WITH_FEEDS)[number][] = WITH_FEEDS): string {
  const { feeds: messages, format } = getMessages();
  return format.list(parts.filter(hasSection).map((part) => messages.of[part]));
}

export type FeedsPageView = ReturnType<typeof buildFeedsPage>;

export function buildFeedsPage(catalog: Catalog) {
  const { feeds: messages, site } = getMessages();
  const elsewhere = listWithFeeds(ELSEWHERE);
  return {
    ...buildPage({ title: messages.title, description: messages.description(listWithFeeds()), path: feedsUrl }),
    /** Of all news; empty where the site has none. */
    all: hasSection("news") ? toFormatLinks(homeUrl) : [],
    /** None where the site has no digests. */
    digest: hasSection("digest") ? { href: digestIndexUrl, feeds: toFormatLinks(digestIndexUrl) } : undefined,
    /** Sentences on the feeds that are not listed here. */
    elsewhere: [
      ...(elsewhere === "" ? [] : [messages.others(elsewhere)]),
      ...(hasSection("offerings") && hasFacts("interfaces") ? [messages.ofInterfaces] : []),
    ].join(" "),
    /** The feeds of all topics as one list; none where the site has no topics. */
    outline: hasSection("topics") ? topicsOutlineUrl : undefined,
    /** How many stories a feed holds at most. */
    items: FEED_ITEMS,
    vocabularies: [...Map.groupBy(catalog.topics, ({ authority }) => authority)].map(([name, topics]) => ({
      name,
      feeds: topics.map((topic) => ({
        href: feedUrl("rss", entityUrl(topic)),
        label: topic.label,
        note: hasSection("news") ? site.counts.news(newsOfSubject(topic).length) : undefined,
      })),
    })),
  };
}

export type FeedOutline = ReturnType<typeof buildTopicsOutline>;

/** The feeds of topics as one list that a feed reader imports, with a group for each vocabulary. */
export function buildTopicsOutline(catalog: Catalog) {
  return {
    title: getMessages().feeds.topicsOf(getSite().name),
    updated: lastChange(
      catalog,
      catalog.topics.flatMap(({ news }) => news),
      catalog.offerings,
    ),
    groups: [...Map.groupBy(catalog.topics, ({ authority }) => authority)].map(([name, topics]) => ({
      name,
      feeds: topics.map((topic) => ({
        title: topic.name,
        description: topic.description,
        page: absoluteUrl(entityUrl(topic)),
        feed: absoluteUrl(feedUrl("rss", entityUrl(topic))),
      })),
    })),
  };
}
