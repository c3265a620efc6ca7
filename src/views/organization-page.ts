/** The organizations by name, and one of them with what it publishes and what it offers. */
import type { Catalog, NewsItem, Organization } from "../catalog/graph.ts";
import { newsOnOfferings } from "../catalog/queries.ts";
import { toReadableHost } from "../lib/host-name.ts";
import { getMessages } from "../messages/messages.ts";
import { getOrganizationType } from "../vocab/vocabulary.ts";
import { latestChanges } from "./catalog-changes.ts";
import { toOwnNews } from "./entity-news.ts";
import { toOfferingGroups } from "./entity-offerings.ts";
import { toFormatLinks } from "./feed-links.ts";
import { toHostLink } from "./host-link.ts";
import { groupByLetter } from "./letters.ts";
import { toMostCounted } from "./most-counted.ts";
import { buildPage } from "./page.ts";
import { catalogCounts, countStoriesAndOfferings } from "./parts.ts";
import { firstStoryRows } from "./story-rows.ts";
import { toOrganizationStatement } from "./structured-data/organization-statement.ts";
import { toItemList } from "./structured-data/page-graph.ts";
import { editUrl, entityDataUrl, entityUrl, indexUrl } from "./urls.ts";

const CHANGES = 5;
/** Stories of others that its page shows. */
const ABOUT = 12;
const ON_OFFERINGS = 5;

export type OrganizationIndexPageView = ReturnType<typeof buildOrganizationIndexPage>;

export function buildOrganizationIndexPage(catalog: Catalog) {
  const groups = groupByLetter(catalog.organizations).map(({ letter, anchor, items }) => ({
    letter,
    anchor,
    entries: items.map((organization) => ({
      href: entityUrl(organization),
      label: organization.name,
      about: [getOrganizationType(organization.type).label, ...organizationCounts(organization)].join(", "),
    })),
  }));
  const entries = groups.flatMap((group) => group.entries);
  const { organization: messages, site } = getMessages();
  return {
    ...buildPage({
      title: site.sections.organization,
      description: messages.index.description,
      path: indexUrl("organization"),
      section: "organization",
      statement: { type: "CollectionPage", mainEntity: toItemList(indexUrl("organization"), entries) },
    }),
    heading: site.sections.organization,
    count: catalogCounts(catalog).organization,
    groups,
  };
}

export type OrganizationPageView = ReturnType<typeof buildOrganizationPage>;

export function buildOrganizationPage(catalog: Catalog, organization: Organization) {
  const { name, type, news, newsAbout, offerings, homepage, legalName, alsoKnownAs } = organization;
  const { format, organization: messages } = getMessages();
  const label = getOrganizationType(type).label;
  return {
    ...buildPage({
      title: name,
      description: organization.description ?? messages.description(name, countStoriesAndOfferings(news, offerings)),
      path: entityUrl(organization),
      data: entityDataUrl(organization),
      section: "organization",
      feeds: messages.feed(name),
      statement: toOrganizationStatement(organization),
    }),
    kicker: label,
    heading: name,
    description: organization.description,
    /** Of what it publishes. */
    feeds: toFormatLinks(entityUrl(organization)),
    homepage: toHostLink(homepage, catalog),
    hosts: organization.hosts.map(toReadableHost),
    legalName,
    alsoKnownAs: alsoKnownAs.length > 0 ? format.list(alsoKnownAs) : undefined,
    changes: latestChanges(offerings, CHANGES),
    storyCount: news.length,
    ...toOwnNews(organization),
    /** Stories that concern it, and others on what it offers; the pages of its offerings have all of these. */
    about: { rows: firstStoryRows(newsAbout, ABOUT), count: newsAbout.length },
    onOfferings: toNewsOnOfferings(organization),
    offeringCount: offerings.length,
    offeringGroups: toOfferingGroups(offerings, { selection: { vendor: [organization.slug] } }),
    /** What it writes about, and who writes for it. */
    topics: toMostCounted(news.flatMap(({ topics }) => topics)),
    authors: toMostCounted(news.flatMap(({ authors }) => authors)),
    edit: editUrl(organization.file),
  };
}

function toNewsOnOfferings(organization: Organization) {
  const news = newsOnOfferings(organization);
  const { entries, format } = getMessages();
  const namesOf = ({ offerings }: NewsItem) =>
    format.list(offerings.filter(({ vendor }) => vendor === organization).map(({ name }) => name));
  return {
    rows: firstStoryRows(news, ON_OFFERINGS, (item) => entries.reasons.about(namesOf(item))),
    count: news.length,
  };
}

/** What the catalog has of it: `1 story`, `2 offerings`. */
export function organizationCounts({ news, offerings }: Organization): string[] {
  const { entries } = getMessages();
  return [
    ...(news.length > 0 ? [entries.stories(news.length)] : []),
    ...(offerings.length > 0 ? [entries.offerings(offerings.length)] : []),
  ];
}
