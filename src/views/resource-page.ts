/** One FHIR resource type: which offerings declare that their servers read, search and write it. */
import type { Catalog } from "../catalog/graph.ts";
import { type DeclaredResource, listResourceTypes, offeringsOf, type ResourceType } from "../catalog/resource-types.ts";
import { getMessages } from "../messages/messages.ts";
import { accessOf } from "../vocab/fhir-access.ts";
import { interfaceHeadings } from "./interfaces.ts";
import { buildPage } from "./page.ts";
import { toLink } from "./parts.ts";
import { interfaceUrl, resourceUrl } from "./urls.ts";

export type ResourcePageView = ReturnType<typeof buildResourcePage>;

export function buildResourcePage(catalog: Catalog, resourceType: ResourceType) {
  const { resource: messages } = getMessages();
  const { type, declared } = resourceType;
  const { total, counts } = countAccess(resourceType);
  return {
    ...buildPage({
      title: messages.title(type),
      description: messages.description(type, total, counts),
      path: resourceUrl(type),
      section: "offering",
      statement: { type: "CollectionPage" },
    }),
    heading: type,
    /** `12 offerings: readable in 12, searchable in 9, writable in 2`. */
    summary: messages.summary(total, counts),
    rows: declared.map(toRow),
    /** Every type that some server declares, this one too. */
    types: listResourceTypes(catalog).map((one) => ({
      href: resourceUrl(one.type),
      label: one.type,
      isCurrent: one.type === type,
    })),
  };
}

/** `12 offerings` and `readable in 12, searchable in 9, writable in 2`. */
export function countAccess(resourceType: ResourceType) {
  const messages = getMessages();
  const access = resourceType.declared.map(({ offering, resource }) => ({ offering, ...accessOf(resource) }));
  const offeringsWith = (has: (one: (typeof access)[number]) => boolean) =>
    new Set(access.filter(has).map(({ offering }) => offering)).size;
  return {
    total: messages.offering.count(offeringsOf(resourceType).length),
    counts: messages.resource.counts(
      offeringsWith(({ reads }) => reads),
      offeringsWith(({ searches }) => searches),
      offeringsWith(({ writes }) => writes.length > 0),
    ),
  };
}

function toRow({ offering, interface: one, resource }: DeclaredResource) {
  const { reads, searches, writes } = accessOf(resource);
  return {
    offering: toLink(offering),
    vendor: toLink(offering.vendor),
    interface: {
      href: interfaceUrl(offering, one),
      label: interfaceHeadings(offering.interfaces).get(one) ?? one.name,
    },
    reads,
    searches,
    parameters: searches ? resource.searchParameters : [],
    parameterCount: searches ? resource.searchParameters.length : 0,
    writes,
  };
}
