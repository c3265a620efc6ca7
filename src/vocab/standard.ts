import { keysOf, type Term } from "./vocab.ts";

/** Standards that an offering can state, in display order. */
export const standards = {
  "FHIR R5": { label: "FHIR R5", slug: "fhir-r5" },
  "FHIR R4B": { label: "FHIR R4B", slug: "fhir-r4b" },
  "FHIR R4": { label: "FHIR R4", slug: "fhir-r4" },
  "FHIR STU3": { label: "FHIR STU3", slug: "fhir-stu3" },
  "FHIR DSTU2": { label: "FHIR DSTU2", slug: "fhir-dstu2" },
  "US Core": { label: "US Core", slug: "us-core" },
  "SMART on FHIR": { label: "SMART on FHIR", slug: "smart-on-fhir" },
  "Bulk Data": { label: "Bulk Data", slug: "bulk-data" },
  "CDS Hooks": { label: "CDS Hooks", slug: "cds-hooks" },
  "OAuth 2.0": { label: "OAuth 2.0", slug: "oauth-2-0" },
  "OpenID Connect": { label: "OpenID Connect", slug: "openid-connect" },
  SAML: { label: "SAML", slug: "saml" },
  "HL7 v2": { label: "HL7 v2", slug: "hl7-v2" },
  "HL7 Infobutton": { label: "HL7 Infobutton", slug: "hl7-infobutton" },
  "C-CDA": { label: "C-CDA", slug: "c-cda" },
  Direct: { label: "Direct", slug: "direct" },
  X12: { label: "X12", slug: "x12" },
  "NCPDP SCRIPT": { label: "NCPDP SCRIPT", slug: "ncpdp-script" },
  DICOM: { label: "DICOM", slug: "dicom" },
  DICOMweb: { label: "DICOMweb", slug: "dicomweb" },
  openEHR: { label: "openEHR", slug: "openehr" },
  "SNOMED CT": { label: "SNOMED CT", slug: "snomed-ct" },
  LOINC: { label: "LOINC", slug: "loinc" },
  RxNorm: { label: "RxNorm", slug: "rxnorm" },
  UMLS: { label: "UMLS", slug: "umls" },
  NDC: { label: "NDC", slug: "ndc" },
  SPL: { label: "SPL", slug: "spl" },
  "ICD-11": { label: "ICD-11", slug: "icd-11" },
  "ICD-10": { label: "ICD-10", slug: "icd-10" },
  "Open mHealth schemas": { label: "Open mHealth schemas", slug: "open-mhealth-schemas" },
  GraphQL: { label: "GraphQL", slug: "graphql" },
  "OpenAPI 3.0": { label: "OpenAPI 3.0", slug: "openapi-3-0" },
  WebRTC: { label: "WebRTC", slug: "webrtc" },
} as const satisfies Record<string, Term>;

export type Standard = keyof typeof standards;
export const standardKeys = keysOf(standards);
