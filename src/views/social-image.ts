/** Promise: what stands on the share card of each page of the site. */
import type { Author, Catalog, NewsItem, Offering, Organization, Topic } from "../catalog/graph.ts";
import { newsOfSubject, offeringsOfSubject } from "../catalog/queries.ts";
import { site } from "../config.ts";
import { formatDate } from "../lib/partial-date.ts";
import { counted, formatCount } from "../lib/text.ts";
import { licences } from "../vocab/licence.ts";
import { offeringKinds } from "../vocab/offering-kind.ts";
import { organizationTypes } from "../vocab/organization-type.ts";
import { standards } from "../vocab/standard.ts";
import { listPages, type SitePage } from "./all-pages.ts";
import { homeHeading } from "./home-page.ts";
import { countNewsPages, newsOfYear, yearHeading } from "./news-list-page.ts";
import { facetTerm, offeringsOfFacet } from "./offering-index-page.ts";
import { lifecycleSentence, type StampView, storyCount, toStamp } from "./parts.ts";
import { ownImage } from "./page-image.ts";

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

/** The card of every page that has no picture of its own. */
export function listCards(catalog: Catalog): PageCard[] {
  return listPages(catalog).flatMap((page) => {
    const card = toCard(catalog, page);
    return card ? [{ page: page.path, card }] : [];
  });
}

/** A type of page without a card is an error of types. */
function toCard(catalog: Catalog, page: SitePage): CardView | undefined {
  const counts = {
    news: storyCount(catalog.news.length),
    topic: counted(catalog.topics.length, "topic"),
    offering: counted(catalog.offerings.length, "offering"),
    organization: counted(catalog.organizations.length, "organization"),
  };
  const own = (title: string, ...facts: string[]): CardView => ({ kicker: site.tagline, title, facts });
  switch (page.type) {
    case "home":
      return own(homeHeading, counts.news, counts.offering, counts.topic);
    case "about":
      return own(`About ${site.name}`, counts.news, counts.offering, counts.topic);
    case "feeds":
      return own("Feeds", "RSS, Atom and JSON Feed", `all news and ${counts.topic}`);
    case "data":
      return own("Data", "JSON, NDJSON, CSV and SKOS", counts.news, counts.offering);
    case "search":
      return own("Search", counts.news, counts.offering, counts.topic);
    case "topic index":
      return own("Topics", counts.topic);
    case "offering index":
      return own("Offerings", counts.offering);
    case "organization index":
      return own("Organizations", counts.organization);
    case "news list":
      return newsListCard(catalog, page.page);
    case "news year":
      return {
        section: "News",
        kicker: "Archive",
        title: yearHeading(page.year),
        facts: [storyCount(newsOfYear(catalog, page.year).length)],
      };
    case "facet": {
      const { facet, term } = facetTerm(catalog, page.value);
      const facts = [counted(offeringsOfFacet(catalog, page.value).length, "offering")];
      return { section: "Offerings", kicker: facet.label, title: term.label, facts };
    }
    case "story":
      return ownImage(page.item) ? undefined : storyCard(page.item);
    case "topic":
      return topicCard(page.topic);
    case "offering":
      return offeringCard(page.offering);
    case "organization":
      return organizationCard(page.organization);
    case "author":
      return authorCard(page.author);
  }
}

function newsListCard(catalog: Catalog, page: number): CardView {
  const pages = formatCount(countNewsPages(catalog));
  const facts = [storyCount(catalog.news.length), ...(page > 1 ? [`page ${formatCount(page)} of ${pages}`] : [])];
  return { section: "News", kicker: site.tagline, title: "News", facts };
}

function storyCard({ title, host, published, topics: [topic] }: NewsItem): CardView {
  return {
    section: "News",
    kicker: topic?.label ?? "Story",
    title,
    facts: [host, ...(published === undefined ? [] : [formatDate(published)])],
  };
}

function topicCard(topic: Topic): CardView {
  return {
    section: "Topics",
    kicker: topic.authority,
    title: topic.label,
    facts: [storyCount(newsOfSubject(topic).length), counted(offeringsOfSubject(topic).length, "offering")],
  };
}

function offeringCard(offering: Offering): CardView {
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

function organizationCard({ name, type, published, offerings }: Organization): CardView {
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

function authorCard({ name, news }: Author): CardView {
  return { section: "News", kicker: "Author", title: name, facts: [storyCount(news.length)] };
}
