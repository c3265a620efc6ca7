import { counted, format } from "./format.ts";

/** What the ONC list of certified products says of an offering, and what follows from it. */
export const certified = {
  withdrawn: "None of its listings on the ONC list of certified products is active any more.",
  /** Summaries of offerings that have none of their own. */
  kindOf: (kind: string, vendor: string) => `${kind} by ${vendor}.`,
  implies: (vendor: string, standards: string) => `Health IT by ${vendor}. Its certification implies ${standards}.`,
  certifiedOn: (vendor: string, version: string, day: string) =>
    `Health IT by ${vendor}. Version ${version} was certified on ${day}.`,
  declares: (types: number, written: number) =>
    `Its server declares ${counted(types, { one: "FHIR resource type", other: "FHIR resource types" })}, ${written || "none"} of them writable.`,
  heading: "Certified facts",
  listedAs: (product: string, developer: string) => `Listed as “${product}” by ${developer}.`,
  columns: { version: "Version", certified: "Certified", status: "Status", number: "Product number" },
  documentation: "API documentation:",
  versions: (names: readonly string[]) => `${names.length === 1 ? "version" : "versions"} ${format.list(names)}`,
  criteriaMet: (count: number, versions: string) =>
    `${counted(count, { one: "criterion", other: "criteria" })} met by ${versions}`,
  source: (source: string, day: string) => `${source}, as of ${day}.`,
  reported: {
    heading: "Reported addresses",
    /** Before and behind the link to the report. */
    about: (day: string) => [
      "",
      `, ${day}: requests to these addresses succeeded; what they returned is not stated. Not tested by us.`,
    ],
    metadata: (host: string) => `FHIR metadata at ${host}`,
    smart: (host: string) => `SMART configuration at ${host}`,
    documentation: (host: string) => `API documentation at ${host}`,
  },
  implied: {
    heading: "What the certification implies",
    /** Before and behind the link to the source. */
    about: (day: string) => [
      `What a product must support to meet its criteria; not stated by the vendor. As of ${day}, `,
      ".",
    ],
    columns: ["Standard", "Version", "Criterion", "Rule", "Adoption"],
    expired: (day: string) => `expired on ${day}`,
    expires: (day: string) => `expires on ${day}`,
    inForce: "in force",
  },
};
