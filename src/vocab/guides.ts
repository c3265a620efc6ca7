/** Canonical addresses of implementation guides that the catalog knows by name. */
export const US_CORE = "http://hl7.org/fhir/us/core";
export const BULK_DATA = "http://hl7.org/fhir/uv/bulkdata";

export const guideNames: Readonly<Record<string, string>> = {
  [US_CORE]: "US Core",
  [BULK_DATA]: "Bulk Data",
  "http://hl7.org/fhir/us/carin-bb": "CARIN Blue Button",
  "http://hl7.org/fhir/us/davinci-crd": "Da Vinci CRD",
  "http://hl7.org/fhir/us/davinci-drug-formulary": "Da Vinci Drug Formulary",
  "http://hl7.org/fhir/us/davinci-dtr": "Da Vinci DTR",
  "http://hl7.org/fhir/us/davinci-pdex": "Da Vinci PDex",
  "http://hl7.org/fhir/us/davinci-pdex-plan-net": "Da Vinci Plan-Net",
  "http://hl7.org/fhir/smart-app-launch": "SMART App Launch",
  "http://hl7.org/fhir/uv/sdc": "Structured Data Capture",
};

/**
 * The guide that an address belongs to, with or without `|version`; neither `https` nor a release in the path makes it
 * another guide.
 */
export function guideOf(canonical: string): string {
  const [address = ""] = canonical.split("|");
  return address.replace(/^https:\/\/hl7\.org\//, "http://hl7.org/").replace(/\/(?:STU|R)\d+(?:\.\d+)*$/, "");
}
