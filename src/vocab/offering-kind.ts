import { keysOf, type Term } from "./vocab.ts";

/** What an offering is, in display order. Source of the schema's enum, the labels and the facet pages. */
export const offeringKinds = {
  "fhir-server": { label: "FHIR server", slug: "fhir-server" },
  "open-source": { label: "Open-source project", slug: "open-source" },
  "interoperability-platform": { label: "Interoperability platform", slug: "interoperability-platform" },
  "patient-access": { label: "Patient access", slug: "patient-access" },
  "clinical-data": { label: "Clinical data", slug: "clinical-data" },
  "payer-api": { label: "Payer API", slug: "payer-api" },
  "eligibility-claims": { label: "Eligibility and claims", slug: "eligibility-claims" },
  "provider-data": { label: "Provider data", slug: "provider-data" },
  credentialing: { label: "Credentialing", slug: "credentialing" },
  "identity-consent": { label: "Identity and consent", slug: "identity-consent" },
  terminology: { label: "Terminology", slug: "terminology" },
  "e-prescribing": { label: "E-prescribing", slug: "e-prescribing" },
  imaging: { label: "Imaging", slug: "imaging" },
  telehealth: { label: "Telehealth", slug: "telehealth" },
  scheduling: { label: "Scheduling", slug: "scheduling" },
  "device-wearables": { label: "Devices and wearables", slug: "device-wearables" },
  analytics: { label: "Analytics", slug: "analytics" },
  "government-open-data": { label: "Government open data", slug: "government-open-data" },
  "certified-health-it": { label: "Certified health IT", slug: "certified-health-it" },
} as const satisfies Record<string, Term>;

export type OfferingKind = keyof typeof offeringKinds;
export const offeringKindKeys = keysOf(offeringKinds);
