/** References to what other pages are about: an id, a type and a name. */
import type { Author, Offering, Organization, Topic } from "../../catalog/graph.ts";
import { getSite } from "../../config/settings.ts";
import { memoize } from "../../lib/memoize.ts";
import type { OfferingKind } from "../../vocab/offering-kind.ts";
import type { OrganizationType } from "../../vocab/organization-type.ts";
import { absoluteUrl, entityUrl, homeUrl, iconUrls } from "../urls.ts";
import { idOf, type OfferingNode, type OrganizationNode, type PersonNode, publisherId, type TermNode } from "./node.ts";

/** The site as the one who publishes. */
export const publisher: OrganizationNode = {
  "@type": "Organization",
  "@id": publisherId,
  name: getSite().name,
  url: absoluteUrl(homeUrl),
  logo: absoluteUrl(iconUrls.touch),
};

// Thousands of pages refer to these, so each is made once.

export const toTermReference = memoize(
  (topic: Topic): TermNode => ({
    "@type": "DefinedTerm",
    "@id": idOf(topic),
    name: topic.label,
    url: absoluteUrl(entityUrl(topic)),
  }),
);

/** Without `url`, which would be the homepage, and that is shown on the organization's own page alone. */
export const toOrganizationReference = memoize(
  (organization: Organization): OrganizationNode => ({
    "@type": organizationTypeOf(organization.type),
    "@id": idOf(organization),
    name: organization.name,
  }),
);

/** Without `url`, as an organization. */
export const toOfferingReference = memoize(
  (offering: Offering): OfferingNode => ({
    "@type": offeringTypeOf(offering.offeringKind),
    "@id": idOf(offering),
    name: offering.name,
  }),
);

/** Some bylines name a company: a person, unless the publisher of the stories has that name and is more than a person's blog. */
export const toAuthorNode = memoize((author: Author): PersonNode | OrganizationNode => {
  const isCompany = author.news.some(({ publisher }) => publisher?.name === author.name && publisher.type !== "blog");
  return {
    "@type": isCompany ? "Organization" : "Person",
    "@id": idOf(author),
    name: author.name,
    url: absoluteUrl(entityUrl(author)),
  };
});

/**
 * Nearly everything in the catalog has an interface, so `WebAPI` is the true
 * type. Unlike `SoftwareApplication` it asks for no price and no rating, which
 * are not known here. Certified products are programs first, and many list no
 * interface at all.
 */
export function offeringTypeOf(kind: OfferingKind): "WebAPI" | "SoftwareSourceCode" | "SoftwareApplication" {
  if (kind === "open-source") return "SoftwareSourceCode";
  return kind === "certified-health-it" ? "SoftwareApplication" : "WebAPI";
}

/** A subtype only where our type says as much: the publisher of a journal is unknown, and a vendor is not always a `Corporation`. */
const ORGANIZATION_TYPES: Partial<Record<OrganizationType, OrganizationNode["@type"]>> = {
  government: "GovernmentOrganization",
  news: "NewsMediaOrganization",
  research: "ResearchOrganization",
  nonprofit: "NGO",
};

function organizationTypeOf(type: OrganizationType): OrganizationNode["@type"] {
  return ORGANIZATION_TYPES[type] ?? "Organization";
}
