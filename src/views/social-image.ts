/** What the generated social image of each page says. */
import type { Catalog, NewsItem, Offering, Topic } from "../catalog/graph.ts";
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
import { organizationCounts } from "./organization-page.ts";
import { ownImage } from "./page-image.ts";
import { type BadgeView, catalogCounts, lifecycleSentence, storyCount, toBadge } from "./parts.ts";

export interface SocialImageView {
  /** Part of the site; pages of the site itself have none. */
  readonly section?: string;
  /** What the page is about, or one of, in a few words above the title. */
  readonly kicker: string;
  readonly title: string;
  /** Short, the most telling first; those that no longer fit are left out. */
  readonly facts: readonly string[];
  readonly badge?: BadgeView | undefined;
}

/** One for every page that has no picture of its own; `page` is the path of the page that is shared with it. */
export function listSocialImages(catalog: Catalog) {
  return listPages(catalog).flatMap((page) => {
    const image = toSocialImage(catalog, page);
    return image ? [{ page: page.path, image }] : [];
  });
}

function toSocialImage(catalog: Catalog, page: SitePage): SocialImageView | undefined {
  const counts = catalogCounts(catalog);
  const own = (title: string, ...facts: string[]): SocialImageView => ({ kicker: site.tagline, title, facts });
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
      return newsListImage(catalog, page.page);
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
      return ownImage(page.item) ? undefined : storySocialImage(page.item);
    case "topic":
      return topicImage(page.topic);
    case "offering":
      return offeringImage(page.offering);
    case "organization":
      return {
        section: "Organizations",
        kicker: organizationTypes[page.organization.type].label,
        title: page.organization.name,
        facts: organizationCounts(page.organization),
      };
    case "author":
      return {
        section: "News",
        kicker: "Author",
        title: page.author.name,
        facts: [storyCount(page.author.news.length)],
      };
  }
}

function newsListImage(catalog: Catalog, page: number): SocialImageView {
  const pages = formatCount(countNewsPages(catalog));
  const facts = [storyCount(catalog.news.length), ...(page > 1 ? [`page ${formatCount(page)} of ${pages}`] : [])];
  return { section: "News", kicker: site.tagline, title: "News", facts };
}

function storySocialImage({ title, host, published, topics: [topic] }: NewsItem): SocialImageView {
  return {
    section: "News",
    kicker: topic?.label ?? "Story",
    title,
    facts: [host, ...(published === undefined ? [] : [formatDate(published)])],
  };
}

function topicImage(topic: Topic): SocialImageView {
  return {
    section: "Topics",
    kicker: topic.authority,
    title: topic.label,
    facts: [storyCount(newsOfSubject(topic).length), counted(offeringsOfSubject(topic).length, "offering")],
  };
}

function offeringImage(offering: Offering): SocialImageView {
  const { name, vendor, offeringKind, licence, standards: keys } = offering;
  const badge = toBadge(offering);
  const stated = badge
    ? [lifecycleSentence(offering) ?? ""]
    : [...(licence ? [licences[licence].label] : []), ...keys.map((key) => standards[key].label)];
  return {
    section: "Offerings",
    kicker: offeringKinds[offeringKind].label,
    title: name,
    facts: [vendor.name, ...stated],
    badge,
  };
}
