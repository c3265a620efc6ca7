/** Promise: what stands on the share card of each page of the site. */
import type { Author, Catalog, NewsItem, Offering, Organization, Topic } from "../catalog/graph.ts";
import { newsByYear, newsOfSubject, offeringsOfSubject } from "../catalog/queries.ts";
import { formatDate } from "../lib/partial-date.ts";
import { counted, formatCount } from "../lib/text.ts";
import { site } from "../site.config.ts";
import { licences } from "../vocab/licence.ts";
import { offeringKinds } from "../vocab/offering-kind.ts";
import { organizationTypes } from "../vocab/organization-type.ts";
import { standards } from "../vocab/standard.ts";
import { homeHeading } from "./home-page.ts";
import { archiveYears, countNewsPages, yearHeading } from "./news-list-page.ts";
import { facetTerm, facetValues, offeringsOfFacet } from "./offering-index-page.ts";
import { lifecycleSentence, type StampView, storyCount, toStamp } from "./parts.ts";
import { ownImage } from "./share-image.ts";
import {
  aboutUrl,
  entityUrl,
  facetUrl,
  feedsUrl,
  homeUrl,
  indexUrl,
  newsListUrl,
  searchUrl,
  undatedUrl,
  yearUrl,
} from "./urls.ts";

export interface CardView {
  /** Part of the site; pages of the site itself have none. */
  readonly section?: string;
  /** What the page is about, or one of, in a few words above the title. */
  readonly kicker: string;
  readonly title: string;
  /** Short, the most telling first; those that no longer fit are left out. */
  readonly facts: readonly string[];
  readonly stamp?: StampView | undefined;
}

export interface PageCard {
  /** Path of the page that the card stands for. */
  readonly page: string;
  readonly card: CardView;
}

/** The card of every page that has an address and no picture of its own. */
export function listCards(catalog: Catalog): PageCard[] {
  const { news, topics, offerings, organizations, authors } = catalog;
  return [
    ...siteCards(catalog),
    ...listPageCards(catalog),
    ...news
      .filter((item) => ownImage(item) === undefined)
      .map((item) => ({ page: entityUrl(item), card: storyCard(item) })),
    ...topics.map((topic) => ({ page: entityUrl(topic), card: topicCard(topic) })),
    ...offerings.map((offering) => ({ page: entityUrl(offering), card: offeringCard(offering) })),
    ...organizations.map((organization) => ({ page: entityUrl(organization), card: organizationCard(organization) })),
    ...authors.map((author) => ({ page: entityUrl(author), card: authorCard(author) })),
  ];
}

export function storyCard({ title, host, published, topics: [topic] }: NewsItem): CardView {
  return {
    section: "News",
    kicker: topic?.label ?? "Story",
    title,
    facts: [host, ...(published === undefined ? [] : [formatDate(published)])],
  };
}

export function topicCard(topic: Topic): CardView {
  return {
    section: "Topics",
    kicker: topic.authority,
    title: topic.label,
    facts: [storyCount(newsOfSubject(topic).length), counted(offeringsOfSubject(topic).length, "offering")],
  };
}

export function offeringCard(offering: Offering): CardView {
  const { name, vendor, offeringKind, licence, standards: keys } = offering;
  const stamp = toStamp(offering);
  const stated = stamp
    ? [lifecycleSentence(offering) ?? ""]
    : [...(licence ? [licences[licence].label] : []), ...keys.map((key) => standards[key].label)];
  return {
    section: "Offerings",
    kicker: offeringKinds[offeringKind].label,
    title: name,
    facts: [vendor.name, ...stated],
    stamp,
  };
}

export function organizationCard({ name, type, published, offerings }: Organization): CardView {
  return {
    section: "Organizations",
    kicker: organizationTypes[type].label,
    title: name,
    facts: [
      ...(published.length > 0 ? [storyCount(published.length)] : []),
      ...(offerings.length > 0 ? [counted(offerings.length, "offering")] : []),
    ],
  };
}

export function authorCard({ name, news }: Author): CardView {
  return { section: "News", kicker: "Author", title: name, facts: [storyCount(news.length)] };
}

function siteCards(catalog: Catalog): PageCard[] {
  const { news, topics, offerings, organizations } = catalog;
  const counts = {
    news: storyCount(news.length),
    topic: counted(topics.length, "topic"),
    offering: counted(offerings.length, "offering"),
    organization: counted(organizations.length, "organization"),
  };
  const own = (page: string, title: string, facts: readonly string[]) => ({
    page,
    card: { kicker: site.tagline, title, facts },
  });
  return [
    own(homeUrl, homeHeading, [counts.news, counts.offering, counts.topic]),
    own(indexUrl("topic"), "Topics", [counts.topic]),
    own(indexUrl("offering"), "Offerings", [counts.offering]),
    own(indexUrl("organization"), "Organizations", [counts.organization]),
    own(searchUrl, "Search", [counts.news, counts.offering, counts.topic]),
    own(aboutUrl, `About ${site.name}`, [counts.news, counts.offering, counts.topic]),
    own(feedsUrl, "Feeds", [`all news and ${counts.topic}`]),
  ];
}

/** Pages that list a part of the catalog: the river, the archive, the facets. */
function listPageCards(catalog: Catalog): PageCard[] {
  const pages = countNewsPages(catalog);
  const years = newsByYear(catalog.news);
  const undated = catalog.news.filter(({ published }) => published === undefined).length;
  return [
    ...Array.from({ length: pages }, (_, index) => ({
      page: newsListUrl(index + 1),
      card: {
        section: "News",
        kicker: site.tagline,
        title: "News",
        facts: [
          storyCount(catalog.news.length),
          ...(index > 0 ? [`page ${formatCount(index + 1)} of ${formatCount(pages)}`] : []),
        ],
      },
    })),
    ...archiveYears(catalog).map((year) => ({
      page: year === undefined ? undatedUrl : yearUrl(year),
      card: {
        section: "News",
        kicker: "Archive",
        title: yearHeading(year),
        facts: [storyCount(year === undefined ? undated : (years.get(year)?.length ?? 0))],
      },
    })),
    ...facetValues(catalog).map((value) => ({
      page: facetUrl(value.facet, value.slug),
      card: {
        section: "Offerings",
        kicker: facetTerm(catalog, value).facet.label,
        title: facetTerm(catalog, value).term.label,
        facts: [counted(offeringsOfFacet(catalog, value).length, "offering")],
      },
    })),
  ];
}
