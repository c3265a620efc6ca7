/** The pages that belong to the site itself: about, feeds, search, not found, and the page left at a former address. */
import type { Alias, Catalog } from "../catalog/graph.ts";
import { newsOfSubject } from "../catalog/queries.ts";
import { getConfig, site } from "../config.ts";
import { groupBy } from "../lib/order.ts";
import { formatDate } from "../lib/partial-date.ts";
import { formatCount } from "../lib/text.ts";
import { type EntityKind, entityKinds } from "../vocab/entity-kind.ts";
import { aboutLead, aboutSections } from "./about-text.ts";
import { FEED_ITEMS } from "./feed.ts";
import { toFormatLinks } from "./feed-links.ts";
import { yearLinks } from "./news-list-page.ts";
import { facetLinks } from "./offering-index-page.ts";
import { buildPage } from "./page.ts";
import { busiestTopics, catalogCounts, storyCount } from "./parts.ts";
import { aboutStatement } from "./structured-data/site-statements.ts";
import {
  aboutUrl,
  absoluteUrl,
  entityUrl,
  feedsUrl,
  feedUrl,
  homeUrl,
  indexUrl,
  searchUrl,
  topicsOutlineUrl,
} from "./urls.ts";

export type AboutPageView = ReturnType<typeof buildAboutPage>;

export function buildAboutPage(catalog: Catalog) {
  const { factsSource } = catalog;
  const certifiedSource = factsSource && `${factsSource.source}, as of ${formatDate(factsSource.asOf)}`;
  const licence = { href: site.licence.url, label: site.licence.name };
  return {
    ...buildPage({
      title: "About",
      description: "What the catalog holds, how stories are chosen and described, and how to propose one.",
      path: aboutUrl,
      section: "about",
      statement: aboutStatement,
    }),
    heading: `About ${site.name}`,
    lead: aboutLead,
    sections: aboutSections({ certifiedSource, licence, repository: getConfig().repository }),
    counts: [
      count("Stories", catalog.news, "news"),
      count("Offerings", catalog.offerings, "offering"),
      count("Topics", catalog.topics, "topic"),
      count("Organizations", catalog.organizations, "organization"),
      count("Authors", catalog.authors),
    ],
    licence,
  };
}

function count(label: string, entities: readonly unknown[], kind?: EntityKind) {
  return { label, value: formatCount(entities.length), href: kind && indexUrl(kind) };
}

export type FeedsPageView = ReturnType<typeof buildFeedsPage>;

export function buildFeedsPage(catalog: Catalog) {
  return {
    ...buildPage({
      title: "Feeds",
      description: "Feeds of all news, of each topic, offering, organization and author, as RSS, Atom and JSON Feed.",
      path: feedsUrl,
    }),
    all: toFormatLinks(homeUrl),
    /** The feeds of all topics as one list. */
    outline: topicsOutlineUrl,
    /** How many stories a feed holds at most. */
    items: FEED_ITEMS,
    vocabularies: [...groupBy(catalog.topics, ({ authority }) => authority)].map(([name, topics]) => ({
      name,
      feeds: topics.map((topic) => ({
        href: feedUrl("rss", entityUrl(topic)),
        label: topic.label,
        note: storyCount(newsOfSubject(topic).length),
      })),
    })),
  };
}

const LISTED_TOPICS = 15;

export type SearchPageView = ReturnType<typeof buildSearchPage>;

/** Before anything is typed, and without script, the page is a way to everything that a search could find. */
export function buildSearchPage(catalog: Catalog) {
  return {
    ...buildPage({
      title: "Search",
      description: "Search stories, offerings, topics and organizations; misspelt words are forgiven.",
      path: searchUrl,
    }),
    quickLinks: quickLinks(catalog),
    lists: [
      { heading: "News by year", links: yearLinks(catalog) },
      { heading: "Topics with most stories", links: busiestTopics(catalog, LISTED_TOPICS) },
      { heading: "Offerings by kind", links: facetLinks(catalog, "kind") },
      { heading: "Offerings by standard", links: facetLinks(catalog, "standard") },
    ].filter(({ links }) => links.length > 0),
  };
}

/** Ways in for a reader without script or without a match. */
function quickLinks(catalog: Catalog) {
  const counts = catalogCounts(catalog);
  const toQuickLink = (kind: EntityKind, order: string) => ({
    href: indexUrl(kind),
    label: entityKinds[kind].plural,
    text: `${counts[kind]}${order}`,
  });
  return [
    toQuickLink("news", ", newest first, with an archive by year"),
    toQuickLink("topic", " by vocabulary"),
    toQuickLink("offering", " by kind, licence, standard and status"),
    toQuickLink("organization", " by name"),
  ];
}

export function buildNotFoundPage(catalog: Catalog) {
  return {
    ...buildPage({ title: "Page not found", description: "There is no page at this address.", path: undefined }),
    quickLinks: quickLinks(catalog),
  };
}

/** The page left at a former address, for hosts that cannot redirect. */
export function buildRedirect({ kind, slug }: Alias) {
  const to = entityUrl({ kind, slug });
  return { to, canonical: absoluteUrl(to) };
}
