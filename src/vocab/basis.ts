import { keysOf, type Term } from "./vocab.ts";

/** How the source's publication date is known. */
export const dateBases = {
  page: { label: "stated on the page", slug: "page" },
  url: { label: "read from the address", slug: "url" },
  context: { label: "inferred, from the text or a release tag", slug: "context" },
  "journal-issue": { label: "date of the journal issue", slug: "journal-issue" },
  curation: { label: "the day it was added; the source’s own date is not stated", slug: "curation" },
} as const satisfies Record<string, Term>;

export type DateBasis = keyof typeof dateBases;
export const dateBasisKeys = keysOf(dateBases);

/** How sure the catalog is of an offering's facts. */
export const confidences = {
  high: { label: "checked against public pages", slug: "high" },
  medium: { label: "not checked with the vendor", slug: "medium" },
} as const satisfies Record<string, Term>;

export type Confidence = keyof typeof confidences;
export const confidenceKeys = keysOf(confidences);

/** How a standard of an offering is known: said by the vendor, by a server, or by a certification. */
export const standardBases = {
  stated: { label: "stated", slug: "stated" },
  declared: { label: "declared", slug: "declared" },
  implied: { label: "implied", slug: "implied" },
} as const satisfies Record<string, Term>;

export type StandardBasis = keyof typeof standardBases;
export const standardBasisKeys = keysOf(standardBases);
