import { keysOf, type Term } from "./vocab.ts";

interface StandardTerm extends Term {
  /** What it is, in one sentence. */
  readonly about: string;
  /** Where its publisher describes it. */
  readonly home: string;
}

/** Standards that an offering can state, in display order. */
export const standards = {
  "FHIR R5": {
    label: "FHIR R5",
    slug: "fhir-r5",
    about: "Release 5 of FHIR, HL7’s standard for exchanging health data as resources over the web.",
    home: "https://hl7.org/fhir/R5/",
  },
  "FHIR R4B": {
    label: "FHIR R4B",
    slug: "fhir-r4b",
    about: "FHIR R4 with newer versions of some resource types, from HL7.",
    home: "https://hl7.org/fhir/R4B/",
  },
  "FHIR R4": {
    label: "FHIR R4",
    slug: "fhir-r4",
    about:
      "Release 4 of FHIR, HL7’s standard for exchanging health data as resources over the web, and the one that US regulation names.",
    home: "https://hl7.org/fhir/R4/",
  },
  "FHIR STU3": {
    label: "FHIR STU3",
    slug: "fhir-stu3",
    about: "Release 3 of FHIR, a standard for trial use from HL7.",
    home: "https://hl7.org/fhir/STU3/",
  },
  "FHIR DSTU2": {
    label: "FHIR DSTU2",
    slug: "fhir-dstu2",
    about: "Release 2 of FHIR, a draft standard for trial use from HL7.",
    home: "https://hl7.org/fhir/DSTU2/",
  },
  "US Core": {
    label: "US Core",
    slug: "us-core",
    about: "HL7’s guide to using FHIR in the United States: the least that a server there must support.",
    home: "https://hl7.org/fhir/us/core/",
  },
  "SMART on FHIR": {
    label: "SMART on FHIR",
    slug: "smart-on-fhir",
    about: "HL7’s guide to launching and authorizing apps on FHIR servers, on OAuth 2.0.",
    home: "https://hl7.org/fhir/smart-app-launch/",
  },
  "Bulk Data": {
    label: "Bulk Data",
    slug: "bulk-data",
    about: "HL7’s guide to exporting the data of many patients from a FHIR server at once.",
    home: "https://hl7.org/fhir/uv/bulkdata/",
  },
  "CDS Hooks": {
    label: "CDS Hooks",
    slug: "cds-hooks",
    about: "An HL7 standard by which an electronic health record calls decision support in the course of work.",
    home: "https://cds-hooks.hl7.org/",
  },
  "OAuth 2.0": {
    label: "OAuth 2.0",
    slug: "oauth-2-0",
    about: "The IETF’s framework for granting an application limited access to an interface.",
    home: "https://www.rfc-editor.org/info/rfc6749",
  },
  "OpenID Connect": {
    label: "OpenID Connect",
    slug: "openid-connect",
    about: "The OpenID Foundation’s layer on OAuth 2.0 that tells an application who has signed in.",
    home: "https://openid.net/specs/openid-connect-core-1_0.html",
  },
  SAML: {
    label: "SAML",
    slug: "saml",
    about: "OASIS’s XML standard for passing on who has signed in, mostly for single sign-on.",
    home: "https://docs.oasis-open.org/security/saml/v2.0/",
  },
  "HL7 v2": {
    label: "HL7 v2",
    slug: "hl7-v2",
    about: "HL7’s messages between hospital systems, such as admissions, orders and results.",
    home: "https://www.hl7.org/implement/standards/product_brief.cfm?product_id=185",
  },
  "HL7 Infobutton": {
    label: "HL7 Infobutton",
    slug: "hl7-infobutton",
    about: "HL7’s standard for asking a knowledge resource about what a clinician is looking at.",
    home: "https://www.hl7.org/implement/standards/product_brief.cfm?product_id=208",
  },
  "C-CDA": {
    label: "C-CDA",
    slug: "c-cda",
    about: "HL7’s templates for clinical documents in XML, such as summaries and discharge notes.",
    home: "https://hl7.org/cda/us/ccda/",
  },
  Direct: {
    label: "Direct",
    slug: "direct",
    about: "Encrypted e-mail between known addresses, for sending health information.",
    home: "https://directtrust.org/",
  },
  X12: {
    label: "X12",
    slug: "x12",
    about: "X12’s electronic documents between providers and payers, such as claims and eligibility.",
    home: "https://x12.org/",
  },
  "NCPDP SCRIPT": {
    label: "NCPDP SCRIPT",
    slug: "ncpdp-script",
    about: "NCPDP’s messages for electronic prescriptions.",
    home: "https://www.ncpdp.org/",
  },
  DICOM: {
    label: "DICOM",
    slug: "dicom",
    about: "NEMA’s standard for medical images and what belongs to them.",
    home: "https://www.dicomstandard.org/",
  },
  DICOMweb: {
    label: "DICOMweb",
    slug: "dicomweb",
    about: "The part of DICOM for finding, reading and storing images over the web.",
    home: "https://www.dicomstandard.org/using/dicomweb",
  },
  openEHR: {
    label: "openEHR",
    slug: "openehr",
    about: "openEHR’s open specifications for health records that outlive the software they were written with.",
    home: "https://specifications.openehr.org/",
  },
  "SNOMED CT": {
    label: "SNOMED CT",
    slug: "snomed-ct",
    about: "SNOMED International’s terminology of clinical concepts.",
    home: "https://www.snomed.org/",
  },
  LOINC: {
    label: "LOINC",
    slug: "loinc",
    about: "The Regenstrief Institute’s codes for laboratory tests, measurements and documents.",
    home: "https://loinc.org/",
  },
  RxNorm: {
    label: "RxNorm",
    slug: "rxnorm",
    about: "The National Library of Medicine’s names and codes for drugs sold in the United States.",
    home: "https://www.nlm.nih.gov/research/umls/rxnorm/",
  },
  UMLS: {
    label: "UMLS",
    slug: "umls",
    about: "The National Library of Medicine’s crosswalk of biomedical vocabularies.",
    home: "https://www.nlm.nih.gov/research/umls/",
  },
  NDC: {
    label: "NDC",
    slug: "ndc",
    about: "The Food and Drug Administration’s numbers for drugs sold in the United States.",
    home: "https://www.fda.gov/drugs/drug-approvals-and-databases/national-drug-code-directory",
  },
  SPL: {
    label: "SPL",
    slug: "spl",
    about: "HL7’s XML format for the labels of drugs, which the Food and Drug Administration takes.",
    home: "https://www.fda.gov/industry/fda-data-standards-advisory-board/structured-product-labeling-resources",
  },
  "ICD-11": {
    label: "ICD-11",
    slug: "icd-11",
    about: "The World Health Organization’s classification of diseases, the eleventh revision.",
    home: "https://icd.who.int/",
  },
  "ICD-10": {
    label: "ICD-10",
    slug: "icd-10",
    about: "The World Health Organization’s classification of diseases, the tenth revision.",
    home: "https://icd.who.int/browse10/2019/en",
  },
  "Open mHealth schemas": {
    label: "Open mHealth schemas",
    slug: "open-mhealth-schemas",
    about: "Open mHealth’s JSON schemas for data of wearables and apps.",
    home: "https://www.openmhealth.org/",
  },
  GraphQL: {
    label: "GraphQL",
    slug: "graphql",
    about: "The GraphQL Foundation’s language for asking an interface for exactly the fields that one needs.",
    home: "https://graphql.org/",
  },
  "OpenAPI 3.0": {
    label: "OpenAPI 3.0",
    slug: "openapi-3-0",
    about: "The OpenAPI Initiative’s format for describing HTTP interfaces to programs.",
    home: "https://spec.openapis.org/oas/v3.0.3",
  },
  WebRTC: {
    label: "WebRTC",
    slug: "webrtc",
    about: "The W3C’s interface for sound, pictures and data between browsers.",
    home: "https://www.w3.org/TR/webrtc/",
  },
} as const satisfies Record<string, StandardTerm>;

export type Standard = keyof typeof standards;
export const standardKeys = keysOf(standards);
