/** The machine-written facts about ONC-certified products, with their source and date. */
import { z } from "zod";
import { day, line, webUrl } from "./fields.ts";

export const criterion = z.string().regex(/^170\.315\([a-z]\)\(\d+\)$/, "must be a criterion such as 170.315(g)(10)");

export const CertifiedVersionSchema = z.strictObject({
  version: line.describe("Version as certified"),
  chplId: z.number().int().describe("Number of the listing"),
  chplProductNumber: z
    .string()
    .regex(/^[\w.]+$/, "must be a CHPL product number")
    .describe("CHPL product number of the listing"),
  certificationDate: day.describe("Day of the certification"),
  certificationStatus: line.describe("Status of the certification, as listed"),
  apiDocumentation: webUrl
    .optional()
    .describe("Address of the API documentation, as listed; absent when the list has none that works as an address"),
  criteria: z.array(criterion).describe("Certification criteria met"),
});

export const CertifiedProductSchema = z.strictObject({
  product: line.describe("Name on the list; `oncProducts` of an offering refers to it"),
  developer: line.describe("Developer on the list"),
  versions: z.array(CertifiedVersionSchema).min(1).describe("Listings of the product, newest first"),
});

export const OncFactsSchema = z.strictObject({
  source: line.describe("Where the facts come from"),
  asOf: day.describe("Day of the list"),
  criteria: z.record(criterion, line).describe("Title of each criterion"),
  products: z.array(CertifiedProductSchema).describe("Products by name"),
});

export type OncFacts = z.output<typeof OncFactsSchema>;
export type CertifiedProduct = z.output<typeof CertifiedProductSchema>;
export type CertifiedVersion = z.output<typeof CertifiedVersionSchema>;
