/** The pages that belong to the site itself: about, feeds, search, not found, and the page left at a former address. */
import type { Alias, Catalog } from "../catalog/graph.ts";
import { newsOfSubject } from "../catalog/queries.ts";
import { getConfig, site } from "../config.ts";
import { formatDate } from "../lib/partial-date.ts";
import { counted, formatCount } from "../lib/text.ts";
import { type AboutSection, aboutLead, aboutSections } from "./about-text.ts";
import { FEED_ITEMS } from "./feed.ts";
import { toFormatLinks } from "./feed-links.ts";
import { yearLinks } from "./news-list-page.ts";
import { facetLinks } from "./offering-index-page.ts";
import { buildPage, type LinkView, type PageView } from "./page.ts";
import { busiestTopics, type CountedLink, storyCount } from "./parts.ts";
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

export interface AboutPageView extends PageView {
  readonly heading: string;
  readonly lead: string;
  readonly sections: readonly AboutSection[];
  readonly counts: readonly { readonly label: string; readonly value: string; readonly href: string | undefined }[];
  readonly licence: LinkView;
}

export function buildAboutPage(catalog: Catalog): AboutPageView {
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
      { label: "Stories", value: formatCount(catalog.news.length), href: indexUrl("news") },
      { label: "Offerings", value: formatCount(catalog.offerings.length), href: indexUrl("offering") },
      { label: "Topics", value: formatCount(catalog.topics.length), href: indexUrl("topic") },
      { label: "Organizations", value: formatCount(catalog.organizations.length), href: indexUrl("organization") },
      { label: "Authors", value: formatCount(catalog.authors.length), href: undefined },
    ],
    licence,
  };
}

export interface FeedsPageView extends PageView {
  /** Of all news, by format. */
  readonly all: readonly LinkView[];
  /** The feeds of all topics as one list. */
  readonly outline: string;
  /** How many stories a feed holds at most. */
  readonly items: number;
  readonly vocabularies: readonly {
    readonly name: string;
    readonly feeds: readonly (LinkView & { readonly note: string })[];
  }[];
}

export function buildFeedsPage(catalog: Catalog): FeedsPageView {
  const vocabularies = [...new Set(catalog.topics.map(({ authority }) => authority))];
  return {
    ...buildPage({
      title: "Feeds",
      description: "Feeds of all news, of each topic, offering, organization and author, as RSS, Atom and JSON Feed.",
      path: feedsUrl,
    }),
    all: toFormatLinks(homeUrl),
    outline: topicsOutlineUrl,
    items: FEED_ITEMS,
    vocabularies: vocabularies.map((name) => ({
      name,
      feeds: catalog.topics
        .filter(({ authority }) => authority === name)
        .map((topic) => ({
          href: feedUrl("rss", entityUrl(topic)),
          label: topic.label,
          note: storyCount(newsOfSubject(topic).length),
        })),
    })),
  };
}

export interface SearchPageView extends PageView {
  readonly quickLinks: readonly (LinkView & { readonly text: string })[];
  readonly lists: readonly { readonly heading: string; readonly links: readonly CountedLink[] }[];
}

const LISTED_TOPICS = 15;

/** Before anything is typed, and without script, the page is a way to everything that a search could find. */
export function buildSearchPage(catalog: Catalog): SearchPageView {
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
function quickLinks(catalog: Catalog): (LinkView & { text: string })[] {
  return [
    {
      href: indexUrl("news"),
      label: "News",
      text: `${storyCount(catalog.news.length)}, newest first, with an archive by year`,
    },
    { href: indexUrl("topic"), label: "Topics", text: `${counted(catalog.topics.length, "topic")} by vocabulary` },
    {
      href: indexUrl("offering"),
      label: "Offerings",
      text: `${counted(catalog.offerings.length, "offering")} by kind, licence, standard and status`,
    },
    {
      href: indexUrl("organization"),
      label: "Organizations",
      text: `${counted(catalog.organizations.length, "organization")} by name`,
    },
  ];
}

export interface NotFoundPageView extends PageView {
  readonly quickLinks: readonly (LinkView & { readonly text: string })[];
}

export function buildNotFoundPage(catalog: Catalog): NotFoundPageView {
  return {
    ...buildPage({ title: "Page not found", description: "There is no page at this address.", path: undefined }),
    quickLinks: quickLinks(catalog),
  };
}

export interface RedirectView {
  readonly to: string;
  readonly canonical: string;
  readonly label: string;
}

/** The page left at a former address, for hosts that cannot redirect. */
export function buildRedirect({ kind, slug }: Alias): RedirectView {
  const to = entityUrl({ kind, slug });
  return { to, canonical: absoluteUrl(to), label: absoluteUrl(to) };
}
