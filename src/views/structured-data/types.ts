/** What schema.org calls each kind of offering and each type of organization. */
import type { OfferingKind } from "../../vocab/offering-kind.ts";
import type { OrganizationType } from "../../vocab/organization-type.ts";
import type { OrganizationNode } from "./node.ts";

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

export function organizationTypeOf(type: OrganizationType): OrganizationNode["@type"] {
  return ORGANIZATION_TYPES[type] ?? "Organization";
}
