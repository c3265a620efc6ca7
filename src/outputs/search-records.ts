/** Promise: every entity as a search record, and the name of the file they are served under. */
import { createHash } from "node:crypto";
import type { Author, Catalog, NewsItem, Offering, Organization, Topic } from "../catalog/graph.ts";
import { formatDate } from "../lib/partial-date.ts";
import { cutAtWord } from "../lib/text.ts";
import { storyCount, toStamp } from "../views/parts.ts";
import { entityUrl, searchUrl } from "../views/urls.ts";
import { offeringKinds } from "../vocab/offering-kind.ts";
import { organizationTypes } from "../vocab/organization-type.ts";
import type { SearchRecord, SearchRecords } from "./search-record.ts";

const TEXT_LENGTH = 200;

export function buildSearchRecords(catalog: Catalog): SearchRecords {
  return {
    records: [
      ...catalog.offerings.map(fromOffering),
      ...catalog.news.map(fromNews),
      ...catalog.topics.map(fromTopic),
      ...catalog.organizations.map(fromOrganization),
      ...catalog.authors.map(fromAuthor),
    ],
  };
}

/** Ten characters of the content's digest: a page never reads records of another build. */
export function hashOf(json: string): string {
  return createHash("sha256").update(json).digest("hex").slice(0, 10);
}

/** Path of the records file. */
export function recordsUrl(hash: string): string {
  return `${searchUrl}records.${hash}.json`;
}

function fromNews(item: NewsItem): SearchRecord {
  const date = item.published === undefined ? "date not stated" : formatDate(item.published, "short");
  return {
    ...base(item, item.title, `${item.host}, ${date}`, item.summary ?? item.description),
    words: words([
      item.publisher?.name,
      ...item.authors.map(({ name }) => name),
      ...item.offerings.map(({ name }) => name),
    ]),
    year: item.published?.slice(0, 4) ?? "",
    topics: item.topics.map(({ name }) => name),
  };
}

function fromOffering(offering: Offering): SearchRecord {
  const kind = offeringKinds[offering.offeringKind].label;
  const stamp = toStamp(offering);
  return {
    ...base(offering, offering.name, `${offering.vendor.name}, ${kind}`, offering.summary),
    words: words([
      ...offering.formerly,
      ...offering.vendor.alsoKnownAs,
      ...offering.certified.map(({ product }) => product),
    ]),
    ...(stamp && { stamp }),
    topics: offering.topics.map(({ name }) => name),
    standards: offering.standards,
  };
}

function fromTopic(topic: Topic): SearchRecord {
  return {
    ...base(topic, topic.label, topic.authority, topic.description),
    words: words(topic.sameAs.map(({ name }) => name)),
  };
}

function fromOrganization(organization: Organization): SearchRecord {
  return {
    ...base(organization, organization.name, organizationTypes[organization.type].label, organization.description),
    words: words([organization.legalName, ...organization.alsoKnownAs, ...organization.hosts]),
  };
}

function fromAuthor(author: Author): SearchRecord {
  return base(author, author.name, storyCount(author.news.length), undefined);
}

function base(
  entity: NewsItem | Offering | Topic | Organization | Author,
  title: string,
  detail: string,
  text: string | undefined,
): SearchRecord {
  return {
    kind: entity.kind,
    title,
    href: entityUrl(entity),
    detail,
    text: text === undefined ? "" : cutAtWord(text, TEXT_LENGTH),
    words: "",
    year: "",
    topics: [],
    standards: [],
  };
}

function words(parts: readonly (string | undefined)[]): string {
  return [...new Set(parts.filter((part) => part !== undefined))].join(" · ");
}
