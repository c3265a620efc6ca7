/** What schema.org calls each kind of offering and each type of organization. */
import type { OfferingKind } from "../../vocab/offering-kind.ts";
import type { OrganizationType } from "../../vocab/organization-type.ts";
import type { OfferingNode, OrganizationNode } from "./node.ts";

/**
 * What nearly all of the catalog has in common is an interface, so `WebAPI` is
 * the true type. It also asks for no price and no rating, as
 * `SoftwareApplication` does in search results; neither is known here, and
 * neither is ever invented. Certified products are programs first, and many
 * list no interface at all.
 */
export const offeringTypes = {
  "fhir-server": "WebAPI",
  "open-source": "SoftwareSourceCode",
  "interoperability-platform": "WebAPI",
  "patient-access": "WebAPI",
  "clinical-data": "WebAPI",
  "payer-api": "WebAPI",
  "eligibility-claims": "WebAPI",
  "provider-data": "WebAPI",
  credentialing: "WebAPI",
  "identity-consent": "WebAPI",
  terminology: "WebAPI",
  "e-prescribing": "WebAPI",
  imaging: "WebAPI",
  telehealth: "WebAPI",
  scheduling: "WebAPI",
  "device-wearables": "WebAPI",
  analytics: "WebAPI",
  "government-open-data": "WebAPI",
  "certified-health-it": "SoftwareApplication",
} as const satisfies Record<OfferingKind, OfferingNode["@type"]>;

/** A subtype only where our type says as much; a journal's publisher is not known, and a vendor is no `Corporation` by that. */
export const organizationNodeTypes = {
  vendor: "Organization",
  government: "GovernmentOrganization",
  news: "NewsMediaOrganization",
  journal: "Organization",
  preprint: "Organization",
  research: "ResearchOrganization",
  nonprofit: "NGO",
  community: "Organization",
  association: "Organization",
  law: "Organization",
  blog: "Organization",
  repost: "Organization",
} as const satisfies Record<OrganizationType, OrganizationNode["@type"]>;
