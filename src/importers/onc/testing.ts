/** ONC lists made of a few words each, through the real validation, for tests. */
import assert from "node:assert/strict";
import { type CertifiedList, parseCertifiedList, toOncFacts } from "./certified-list.ts";

export const AS_OF = "2024-04-25";

interface GivenListing {
  [field: string]: unknown;
}

let lastNumber = 0;

/** One listing as the list has it, with a number of its own. */
export function listing(given: GivenListing = {}): GivenListing {
  lastNumber += 1;
  return {
    chplId: lastNumber,
    chplProductNumber: `15.04.${lastNumber}`,
    product: "Alpha EHR",
    developer: "Alpha, Inc.",
    version: "1.0",
    certificationDate: "2022-01-01",
    certificationStatus: "Active",
    apiDocumentation: "https://alpha.example/api",
    criteria: ["170.315(g)(10)"],
    ...given,
  };
}

/** The list before validation. */
export function listWith(...products: unknown[]) {
  return { source: "A list", criteriaTitles: { "170.315(g)(10)": "Standardized API" }, products };
}

/** The list after validation, which it must pass. */
export function listFrom(json: unknown): CertifiedList {
  const result = parseCertifiedList(json);
  assert.ok(result.ok, result.ok ? "" : result.problems.join("\n"));
  return result.list;
}

/** The facts of these listings and the notices about them. */
export function factsOf(...products: unknown[]) {
  return toOncFacts(listFrom(listWith(...products)), AS_OF);
}
