/** What the generated social image of each type of page says. */

import type { Author, Catalog, NewsItem, Offering, Organization, Topic } from "../catalog/graph.ts";
import { newsOfSubject, offeringsOfSubject } from "../catalog/queries.ts";
import { offeringsOf, type ResourceType } from "../catalog/resource-types.ts";
import { listWeeks, type Week } from "../catalog/weeks.ts";
import { getSite } from "../config/settings.ts";
import { getMessages } from "../messages/messages.ts";
import type { EntityKind } from "../vocab/entity-kind.ts";
import { getKind, getLicence, getOrganizationType, getStandard } from "../vocab/vocabulary.ts";
import { buildDigest } from "./digest.ts";
import { type EntityYear, entityYearHeading, newsOfEntityYear } from "./entity-news.ts";
import { countNewsPages, newsOfYear, yearHeading } from "./news-list-page.ts";
import { type FacetValue, facetTerm, offeringsOfFacet } from "./offering-facets.ts";
import { countOfferingPages } from "./offering-index-page.ts";
import { organizationCounts } from "./organization-page.ts";
import { ownImage } from "./page-image.ts";
import {
  type BadgeView,
  catalogCounts,
  countStoriesAndOfferings,
  lifecycleSentence,
  storyCount,
  toBadge,
} from "./parts.ts";

export interface SocialImageView {
  /** Part of the site; pages of the site itself have none. */
  readonly section?: string;
  /** What the page is about, or one of, in a few words above the title. */
  readonly kicker: string;
  readonly title: string;
  /** Of the title, where it is stated. */
  readonly language?: string | undefined;
  /** Short, the most telling first; those that no longer fit are left out. */
  readonly facts: readonly string[];
  readonly badge?: BadgeView | undefined;
}

/** Of a page of the site itself. */
function siteSocialImage(title: string, ...facts: string[]): SocialImageView {
  return { kicker: getSite().tagline, title, facts };
}

/** Of a page about all that there is. */
export function catalogSocialImage(catalog: Catalog, title: string): SocialImageView {
  const counts = catalogCounts(catalog);
  return siteSocialImage(title, counts.news, counts.offering, counts.topic);
}

export function feedsSocialImage(catalog: Catalog): SocialImageView {
  const { socialImage: messages } = getMessages();
  return siteSocialImage(messages.feeds, messages.feedFormats, messages.allNewsAnd(catalogCounts(catalog).topic));
}

export function dataSocialImage(catalog: Catalog): SocialImageView {
  const { socialImage: messages } = getMessages();
  const counts = catalogCounts(catalog);
  return siteSocialImage(messages.data, messages.dataFormats, counts.news, counts.offering);
}

export function indexSocialImage(catalog: Catalog, kind: EntityKind): SocialImageView {
  return siteSocialImage(sectionOf(kind), catalogCounts(catalog)[kind]);
}

export function newsListSocialImage(catalog: Catalog, page: number): SocialImageView {
  const facts = [storyCount(catalog.news.length), ...pageFact(page, countNewsPages(catalog))];
  return { section: sectionOf("news"), kicker: getSite().tagline, title: sectionOf("news"), facts };
}

export function offeringListSocialImage(catalog: Catalog, page: number): SocialImageView {
  const facts = [catalogCounts(catalog).offering, ...pageFact(page, countOfferingPages(catalog))];
  return siteSocialImage(sectionOf("offering"), ...facts);
}

function pageFact(page: number, pages: number): string[] {
  return page > 1 ? [getMessages().socialImage.page(page, pages)] : [];
}

export function newsYearSocialImage(catalog: Catalog, year: number | undefined): SocialImageView {
  const facts = [storyCount(newsOfYear(catalog, year).length)];
  return { section: sectionOf("news"), kicker: getMessages().socialImage.archive, title: yearHeading(year), facts };
}

export function entityYearSocialImage(subject: EntityYear): SocialImageView {
  const { owner } = subject;
  const facts = [storyCount(newsOfEntityYear(subject).length)];
  const section = sectionOf(owner.kind === "author" ? "news" : owner.kind);
  return { section, kicker: owner.name, title: entityYearHeading(subject), facts };
}

export function digestIndexSocialImage(catalog: Catalog): SocialImageView {
  const { socialImage: messages } = getMessages();
  return siteSocialImage(messages.digests, messages.weeks(listWeeks(catalog).length));
}

/** The topics with most stories come first. */
export function digestSocialImage(week: Week): SocialImageView {
  const { kicker, heading, counts, groups } = buildDigest(week);
  return { section: sectionOf("news"), kicker, title: heading, facts: [counts, ...groups.map(({ label }) => label)] };
}

/** Undefined for a story with a picture of its own. */
export function storySocialImage(item: NewsItem): SocialImageView | undefined {
  if (ownImage(item)) return undefined;
  const { format, socialImage: messages } = getMessages();
  const { title, language, host, published, topics } = item;
  return {
    section: sectionOf("news"),
    kicker: topics[0]?.label ?? messages.story,
    title,
    language,
    facts: [host, ...(published === undefined ? [] : [format.date(published)])],
  };
}

export function topicSocialImage(topic: Topic): SocialImageView {
  return {
    section: sectionOf("topic"),
    kicker: topic.authority,
    title: topic.label,
    facts: countStoriesAndOfferings(newsOfSubject(topic), offeringsOfSubject(topic)),
  };
}

export function facetSocialImage(catalog: Catalog, value: FacetValue): SocialImageView {
  const { facet, term } = facetTerm(catalog, value);
  const facts = [offeringCount(offeringsOfFacet(catalog, value))];
  return { section: sectionOf("offering"), kicker: facet.label, title: term.label, facts };
}

export function resourceSocialImage(resourceType: ResourceType): SocialImageView {
  const { kicker } = getMessages().resource;
  const facts = [offeringCount(offeringsOf(resourceType))];
  return { section: sectionOf("offering"), kicker, title: resourceType.type, facts };
}

export function offeringSocialImage(offering: Offering): SocialImageView {
  const { name, vendor, offeringKind, licence, standards: keys } = offering;
  const badge = toBadge(offering);
  const stated = badge
    ? [lifecycleSentence(offering) ?? ""]
    : [...(licence ? [getLicence(licence).label] : []), ...keys.map((key) => getStandard(key).label)];
  return {
    section: sectionOf("offering"),
    kicker: getKind(offeringKind).label,
    title: name,
    facts: [vendor.name, ...stated],
    badge,
  };
}

export function organizationSocialImage(organization: Organization): SocialImageView {
  const { name, type } = organization;
  const facts = organizationCounts(organization);
  return { section: sectionOf("organization"), kicker: getOrganizationType(type).label, title: name, facts };
}

export function authorSocialImage({ name, news }: Author): SocialImageView {
  const { author: kicker } = getMessages().socialImage;
  return { section: sectionOf("news"), kicker, title: name, facts: [storyCount(news.length)] };
}

function sectionOf(kind: EntityKind): string {
  return getMessages().site.sections[kind];
}

function offeringCount(offerings: readonly Offering[]): string {
  return getMessages().offering.count(offerings.length);
}
