/** Every entity of the catalog and every FHIR resource type as a search record, and the phrases that mean the same. */

import { authenticationOf, isFree, pricingOf, sandboxOf } from "../../catalog/access.ts";
import type { Author, Catalog, NewsItem, Offering, Organization, Topic } from "../../catalog/graph.ts";
import { listResourceTypes, type ResourceType } from "../../catalog/resource-types.ts";
import { hasSection } from "../../config/settings.ts";
import { fold } from "../../lib/fold.ts";
import { readableHostOf, toReadableHost } from "../../lib/host-name.ts";
import { byText } from "../../lib/order.ts";
import { cutAtWord } from "../../lib/text.ts";
import { getMessages } from "../../messages/messages.ts";
import { accessTerms } from "../../views/access-terms.ts";
import { toBadge } from "../../views/parts.ts";
import { countAccess } from "../../views/resource-page.ts";
import { entityUrl, resourceUrl } from "../../views/urls.ts";
import {
  getDataKind,
  getKind,
  getLicence,
  getLicenceFamily,
  getOrganizationType,
  getStatus,
  getVocabulary,
} from "../../vocab/vocabulary.ts";
import {
  type FilterField,
  partsOfName,
  type RecordField,
  type SearchRecord,
  type SearchRecords,
} from "./search-record.ts";

const TEXT_LENGTH = 200;

export function buildSearchRecords(catalog: Catalog): SearchRecords {
  return {
    records: [
      ...catalog.offerings.map(fromOffering),
      ...catalog.topics.map(fromTopic),
      ...catalog.organizations.map(fromOrganization),
      ...(hasSection("authors") ? catalog.authors.map(fromAuthor) : []),
      ...listResourceTypes(catalog).map(fromResourceType),
      ...catalog.news.map(fromNews),
    ],
    synonyms: buildSynonyms(catalog),
  };
}

function fromNews(item: NewsItem): SearchRecord {
  return {
    ...base(item, item.title, toReadableHost(item.host), item.summary ?? item.description),
    date: item.published ?? "",
    fields: filled<RecordField>({
      topic: item.topics.map(({ name }) => name),
      publisher: [item.publisher?.name],
      author: item.authors.map(({ name }) => name),
      offering: item.offerings.map(({ name }) => name),
      institution: [item.institution?.name],
      via: [item.via?.name],
    }),
  };
}

function fromOffering(offering: Offering): SearchRecord {
  const { licence } = offering;
  const family = licence && isFree(licence) && getLicenceFamily(getLicence(licence).family).label;
  const detail = [offering.vendor.name, getKind(offering.offeringKind).label, family].filter(Boolean).join(", ");
  const badge = toBadge(offering);
  const { registration, data } = offering.access;
  const terms = accessTerms();
  const pricing = pricingOf(offering);
  const sandbox = sandboxOf(offering);
  const filters = filled<FilterField>({
    registration: [registration && terms.registration[registration.value].label],
    sandbox: [sandbox && terms.sandbox[sandbox].label],
    price: [pricing && terms.pricing[pricing].label],
    data: data ? data.value.map((kindOfData) => getDataKind(kindOfData).label) : [],
  });
  return {
    ...base(offering, offering.name, detail, offering.summary),
    ...(badge && { badge }),
    fields: filled<RecordField>({
      topic: offering.topics.map(({ name }) => name),
      vendor: [offering.vendor.name],
      standard: offering.knownStandards.map(({ standard }) => standard),
      licence: [licence && getLicence(licence).label],
      status: [offering.status && getStatus(offering.status).label],
      access: accessOf(offering),
      name: [...offering.formerly, ...offering.vendor.alsoKnownAs],
      product: offering.certified.map(({ product }) => product),
      host: [readableHostOf(offering.homepage ?? "")],
    }),
    ...(Object.keys(filters).length > 0 && { filters }),
  };
}

/** What readers who want one fact add to a name: "epic sandbox", "free fhir server", "smart backend services". */
function accessOf(offering: Offering): (string | undefined)[] {
  const { access, offeringPage } = getMessages();
  const terms = accessTerms();
  const { registration } = offering.access;
  const pricing = pricingOf(offering);
  const isCertified = offering.certified.length > 0;
  const listed = offering.certified.flatMap(({ versions }) => versions.flatMap((one) => one.apiDocumentation ?? []));
  return [
    offering.documentation || listed.length > 0 ? access.documentation : undefined,
    ...authenticationOf(offering).map((one) => terms.authentication[one].label),
    registration && `${access.labels.registration}: ${terms.registration[registration.value].label}`,
    sandboxOf(offering) === "available" ? access.labels.sandbox : undefined,
    pricing && `${access.labels.pricing}: ${terms.pricing[pricing].label}`,
    isCertified ? offeringPage.labels.certified : undefined,
  ];
}

function fromTopic(topic: Topic): SearchRecord {
  return {
    ...base(topic, topic.label, topic.authority, topic.description),
    fields: filled<RecordField>({ sameAs: topic.sameAs.map(({ name }) => name) }),
  };
}

function fromOrganization(organization: Organization): SearchRecord {
  return {
    ...base(organization, organization.name, getOrganizationType(organization.type).label, organization.description),
    fields: filled<RecordField>({
      name: [organization.legalName, ...organization.alsoKnownAs],
      host: organization.hosts.map(toReadableHost),
    }),
  };
}

function fromAuthor(author: Author): SearchRecord {
  return { ...base(author, author.name, "", undefined), note: getMessages().site.counts.news(author.news.length) };
}

/** Found by its name and the words of it: `MedicationRequest` is also named Medication Request. */
function fromResourceType(resourceType: ResourceType): SearchRecord {
  const { type } = resourceType;
  const { total, counts } = countAccess(resourceType);
  const spaced = type.replace(/(?<=[a-z])(?=[A-Z])/g, " ");
  return {
    kind: "resource",
    title: type,
    href: resourceUrl(type),
    detail: "",
    note: getMessages().search.resource(total, counts),
    text: "",
    date: "",
    fields: filled<RecordField>({ name: [spaced === type ? undefined : spaced] }),
  };
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
    date: "",
    fields: {},
  };
}

type Values<F extends string> = Readonly<Partial<Record<F, readonly string[]>>>;

/** Only the fields that have a value, each value once. */
function filled<F extends string>(fields: Readonly<Partial<Record<F, readonly (string | undefined)[]>>>): Values<F> {
  const values = Object.entries(fields).map(([field, some]) => [
    field,
    [...new Set(some as readonly (string | undefined)[])].filter(Boolean),
  ]);
  return Object.fromEntries(values.filter(([, some]) => (some as string[]).length > 0));
}

/** The names of a topic and its counterparts in other vocabularies: `Electronic Health Record (EHR)` is two phrases. */
function phrasesOf(topic: Topic): readonly string[] {
  return [topic, ...topic.sameAs].flatMap(({ label }) => {
    const parts = partsOfName(label);
    return (parts.length > 0 ? parts : [label]).map(fold).filter(Boolean);
  });
}

/** Merges groups that share a phrase, and adds the phrases that have synonyms in one direction only. Sorted, so that the file is the same each time. */
function buildSynonyms({ topics }: Catalog): SearchRecords["synonyms"] {
  const { same, looksFor } = getVocabulary();
  const groups = new Map<string, Set<string>>();
  for (const group of [...same, ...topics.map(phrasesOf)]) {
    const merged = new Set(group.flatMap((phrase) => [phrase, ...(groups.get(phrase) ?? [])]));
    for (const phrase of merged) groups.set(phrase, merged);
  }
  const all = new Set([...groups.keys(), ...looksFor.flatMap(({ typed }) => typed)]);
  const others = (phrase: string) => [
    ...(groups.get(phrase) ?? []),
    ...looksFor.flatMap(({ typed, wanted }) => (typed.includes(phrase) ? wanted : [])),
  ];
  return [...all]
    .map((phrase) => [phrase, [...new Set(others(phrase))].filter((other) => other !== phrase).sort()] as const)
    .filter(([, wanted]) => wanted.length > 0)
    .sort(([a], [b]) => byText(a, b));
}
