/** An offering's front matter becomes one typed entry. */
import { z } from "zod";
import { confidenceKeys } from "../vocab/basis.ts";
import { accessFields } from "./access-facts.ts";
import { aliasPath, day, line, listOf, partialDate, slug, termOf, topicName, webUrl } from "./fields.ts";

const generalKnowledge = z.literal("general-knowledge");

export const OfferingFields = z.object({
  name: line.describe("Name, as the vendor writes it"),
  vendor: slug.describe("Organization that offers it, by slug"),
  kind: termOf("kinds", "What it is"),
  summary: line.optional().describe("One or two sentences in our own words, plain text"),
  licence: termOf("licences").optional().describe("Licence. Absent means not stated"),
  standards: z.array(termOf("standards")).optional().describe("Standards that it is said to support"),
  status: termOf("statuses").optional().describe("Where it stands in its life. Absent means not stated"),
  statusDate: partialDate.optional().describe("When the status began or will begin, at the precision known"),
  statusNote: line.optional().describe("One sentence about the status, for example a doubt"),
  successor: slug.optional().describe("Offering that takes its place, by slug"),
  successorName: line.optional().describe("Name of the successor, where that is not in the catalog"),
  formerly: listOf(line).optional().describe("Former names"),
  homepage: webUrl.optional().describe("Page about the product"),
  documentation: webUrl.optional().describe("Documentation of its interface"),
  repository: webUrl.optional().describe("Source code"),
  product: slug.optional().describe("Offering whose interface this is, by slug, where both are entries"),
  ...accessFields,
  topics: z.array(topicName).optional().describe("Topics, by full name: `<Authority>: <Label>`"),
  offeringId: z.number().int().optional().describe("Number in the system that the first offerings came from"),
  oncProducts: z
    .array(line)
    .optional()
    .describe(
      "Names of its products on the ONC Certified Health IT Product List; the certified facts are joined from `content/facts/`",
    ),
  evidence: z
    .union(
      [
        z.array(webUrl),
        generalKnowledge,
        z
          .array(generalKnowledge)
          .length(1)
          .transform(() => "general-knowledge" as const),
      ],
      "must be a list of web addresses, or 'general-knowledge'",
    )
    .optional()
    .describe("Public pages where the facts were seen, or `general-knowledge` where none was recorded"),
  confidence: z.enum(confidenceKeys).optional().describe("`medium` shows as 'not checked with the vendor'"),
  added: day.optional().describe("Day on which it entered the catalog; the digest of that week names it"),
  slug: slug.optional().describe("URL segment. Without it the file name counts; it never changes"),
  aliases: listOf(aliasPath).optional().describe("Former paths; each redirects here"),
  draft: z.boolean("must be true or false").optional().describe("True keeps the offering off the site"),
});

export const OfferingSchema = OfferingFields.transform((raw) => ({
  ...raw,
  standards: raw.standards ?? [],
  topics: raw.topics ?? [],
  formerly: raw.formerly ?? [],
  oncProducts: raw.oncProducts ?? [],
  aliases: raw.aliases ?? [],
  draft: raw.draft ?? false,
}));

export type OfferingInput = z.input<typeof OfferingFields>;
export type Offering = z.output<typeof OfferingSchema>;
