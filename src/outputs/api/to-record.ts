/** One entity of the graph as its public record, from the graph's facts alone. */
import { authenticationOf, pricingOf, sandboxOf } from "../../catalog/access.ts";
import type { Author, Catalog, NewsItem, Offering, Organization, Topic } from "../../catalog/graph.ts";
import { getSite, hasFacts } from "../../config/settings.ts";
import { toReadableHost } from "../../lib/host-name.ts";
import type { ReportedVendor } from "../../schemas/reported-addresses.ts";
import { toDocument } from "../../views/document.ts";
import { idOf } from "../../views/structured-data/node.ts";
import { toExcerpt, toInsights, toOwnText } from "../../views/texts.ts";
import { absoluteUrl, entityUrl, imageUrl } from "../../views/urls.ts";
import type {
  AuthorRecord,
  Certification,
  NewsRecord,
  OfferingRecord,
  OrganizationRecord,
  TopicRecord,
} from "./shapes.ts";
import { listOwnWords, toAccess } from "./to-access.ts";
import { toInterfaces } from "./to-interfaces.ts";
import {
  formerUrlsOf,
  precisionOf,
  toAddress,
  toOutboundLink,
  toReference,
  toReferences,
  toRichText,
  toRights,
} from "./to-parts.ts";

/** `body` is the source's excerpt. */
export function toNewsRecord(catalog: Catalog, item: NewsItem, body: string): NewsRecord {
  const insights = toRichText(toInsights(item, absoluteUrl(entityUrl(item))));
  return {
    ...toReference(item),
    nameBasis: item.titleBasis ?? null,
    formerUrls: formerUrlsOf(item, catalog),
    source: {
      url: item.url,
      host: item.host,
      publisher: item.publisher ? toReference(item.publisher) : null,
      authors: toReferences(item.authors),
      goneAsOf: catalog.deadLinks.get(item.url) ?? null,
    },
    published: item.published ?? null,
    publishedPrecision: precisionOf(item.published),
    publishedBasis: item.publishedBasis ?? null,
    curated: item.date,
    modified: item.modified,
    topics: toReferences(item.topics),
    offerings: toReferences(item.offerings),
    mainOffering: item.mainOffering ? toReference(item.mainOffering) : null,
    institution: item.institution ? toReference(item.institution) : null,
    via: item.via ? { name: item.via.name, url: item.via.link === undefined ? null : toAddress(item.via.link) } : null,
    cluster: toReferences(item.cluster ?? []),
    summary: item.summary ?? null,
    insights: insights && { ...insights, by: item.insightsBy ?? null },
    quoted: {
      language: item.language ?? getSite().language,
      teaser: item.description || null,
      excerpt: toRichText(toExcerpt(item, body)),
    },
    image: toImage(item),
    document: toDocumentRecord(item),
    note: item.note ?? null,
    rights: toRights(
      ["summary", "insights", "note"],
      [
        {
          fields: ["name", "quoted", "image", "document"],
          owner: `The publisher of the source, ${toReadableHost(item.host)}`,
        },
      ],
    ),
  };
}

function toImage({ image }: NewsItem): NewsRecord["image"] {
  if (!image) return null;
  const [width = null, height = null] = image.size ?? [];
  return { url: absoluteUrl(imageUrl(image.file)), alt: image.alt || null, width, height };
}

function toDocumentRecord(item: NewsItem): NewsRecord["document"] {
  const document = toDocument(item);
  return document ? { url: absoluteUrl(document.href), type: "application/pdf", length: document.length } : null;
}

/** `body` is our own text. */
export function toOfferingRecord(catalog: Catalog, offering: Offering, body: string): OfferingRecord {
  const { evidence } = offering;
  const certification = toCertification(catalog, offering);
  return {
    ...toReference(offering),
    formerUrls: formerUrlsOf(offering, catalog),
    vendor: toReference(offering.vendor),
    offeringKind: offering.offeringKind,
    summary: offering.summary ?? null,
    body: toRichText(toOwnText(offering, body, absoluteUrl(entityUrl(offering)))),
    licence: offering.licence ?? null,
    standards: [...offering.standards],
    knownStandards: offering.knownStandards.map(({ standard, bases }) => ({ standard, bases: [...bases] })),
    status: offering.status ?? null,
    statusDate: offering.statusDate ?? null,
    statusDatePrecision: precisionOf(offering.statusDate),
    statusIsToCome: offering.isStatusToCome,
    statusNote: offering.statusNote ?? null,
    successor: offering.successor ? toReference(offering.successor) : null,
    successorName: offering.successorName ?? null,
    predecessors: toReferences(offering.predecessors),
    formerly: [...offering.formerly],
    homepage: toOutboundLink(offering.homepage, catalog),
    documentation: toOutboundLink(offering.documentation, catalog),
    repository: toOutboundLink(offering.repository, catalog),
    product: offering.product ? toReference(offering.product) : null,
    apis: toReferences(offering.apis),
    access: toAccess(offering.access, catalog),
    knownAccess: {
      authentication: [...authenticationOf(offering)],
      sandbox: sandboxOf(offering) ?? null,
      pricing: pricingOf(offering) ?? null,
    },
    topics: toReferences(offering.topics),
    news: toReferences(offering.news),
    ...(hasFacts("onc") && { certification }),
    ...(hasFacts("interfaces") && { interfaces: toInterfaces(offering.interfaces) }),
    evidence: Array.isArray(evidence) ? evidence.map(toAddress) : [],
    evidenceBasis: Array.isArray(evidence) ? "pages" : evidence === undefined ? null : "general-knowledge",
    confidence: offering.confidence ?? null,
    added: offering.added ?? null,
    rights: toRights(
      ["summary", "body", "statusNote", ...listOwnWords(offering.access)],
      certification ? [{ fields: ["certification"], owner: certification.source }] : [],
    ),
  };
}

function toCertification(
  { factsSource, reportedSource, criteria }: Catalog,
  { certified, implied, reported }: Offering,
): Certification | null {
  if (!factsSource || certified.length === 0) return null;
  const codes = new Set(certified.flatMap(({ versions }) => versions.flatMap((version) => version.criteria)));
  return {
    ...factsSource,
    products: certified.map(({ product, developer, versions }) => ({
      product,
      developer,
      versions: versions.map((version) => ({
        ...version,
        apiDocumentation: version.apiDocumentation === undefined ? null : toAddress(version.apiDocumentation),
        criteria: [...version.criteria],
      })),
    })),
    reported: reported && reportedSource ? toReported(reported, reportedSource) : null,
    implies: implied.map(({ until, ...one }) => ({ ...one, until: until ?? null })),
    criteria: [...codes].map((code) => ({ code, title: criteria.get(code) ?? null })),
  };
}

function toReported(
  { metadata, smart, documentation }: ReportedVendor,
  source: NonNullable<Catalog["reportedSource"]>,
): Certification["reported"] {
  const optional = (url: string | undefined) => (url === undefined ? null : toAddress(url));
  return {
    ...source,
    url: toAddress(source.url),
    metadata: optional(metadata),
    smart: optional(smart),
    documentation: optional(documentation),
  };
}

/** `body` is our own text. */
export function toTopicRecord(catalog: Catalog, topic: Topic, body: string): TopicRecord {
  return {
    ...toReference(topic),
    formerUrls: formerUrlsOf(topic, catalog),
    authority: topic.authority,
    label: topic.label,
    concept: idOf(topic),
    description: topic.description,
    isPlausible: topic.isPlausible,
    body: toRichText(toOwnText(topic, body, absoluteUrl(entityUrl(topic)))),
    sameAs: toReferences(topic.sameAs),
    related: toReferences(topic.related),
    broader: topic.broader ? toReference(topic.broader) : null,
    narrower: toReferences(topic.narrower),
    featured: toReferences(topic.featured),
    news: toReferences(topic.news),
    offerings: toReferences(topic.offerings),
    rights: toRights(["description", "body"]),
  };
}

export function toOrganizationRecord(catalog: Catalog, organization: Organization): OrganizationRecord {
  return {
    ...toReference(organization),
    formerUrls: formerUrlsOf(organization, catalog),
    type: organization.type,
    legalName: organization.legalName ?? null,
    alsoKnownAs: [...organization.alsoKnownAs],
    homepage: toOutboundLink(organization.homepage, catalog),
    hosts: [...organization.hosts],
    description: organization.description ?? null,
    news: toReferences(organization.news),
    newsAbout: toReferences(organization.newsAbout),
    offerings: toReferences(organization.offerings),
    rights: toRights(["description"]),
  };
}

export function toAuthorRecord(author: Author): AuthorRecord {
  return { ...toReference(author), news: toReferences(author.news), rights: toRights([]) };
}
