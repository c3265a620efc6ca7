/** The standards that a certification criterion implies, with the rule that says so. Written by hand, from what ONC publishes of the rule. */
import { z } from "zod";
import { day, line, termOf, webUrl } from "./fields.ts";
import { criterion } from "./onc-facts.ts";

export const CertificationStandardsSchema = z.strictObject({
  source: webUrl.describe("Where the implications were read"),
  asOf: day.describe("Day of the source"),
  criteria: z
    .array(
      z.strictObject({
        criterion: criterion.describe("Criterion, such as `170.315(g)(10)`"),
        implies: z
          .array(
            z.strictObject({
              standard: termOf("standards", "Standard of the closed list"),
              version: line.describe("Version that was adopted"),
              citation: line.describe("Paragraph of the rule"),
              from: day.optional().describe("Day from which the version is adopted; absent where it was so already"),
              until: day.optional().describe("Day on which the adoption ends; absent where no end is set"),
            }),
          )
          .describe("What a product must support to hold it; empty where the rule names no standard"),
      }),
    )
    .describe("Criteria whose source was read; nothing is implied by any other"),
});

export type CertificationStandards = z.output<typeof CertificationStandardsSchema>;
