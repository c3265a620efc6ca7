/** An organization's front matter becomes one typed entry; publishers and vendors are the same thing here. */
import { z } from "zod";
import { aliasPath, hostName, line, listOf, slug, termOf, webUrl } from "./fields.ts";

export const OrganizationFields = z.object({
  name: line.describe("Usual short name"),
  type: termOf("organizationTypes", "What it is"),
  legalName: line.optional().describe("Name in a register, where it differs"),
  alsoKnownAs: z.array(line).optional().describe("Other names that sources use for it"),
  homepage: webUrl.optional().describe("Home page"),
  hosts: z
    .array(hostName)
    .optional()
    .describe("Hosts that are its own, in their own letters: a link to one of them was published by it"),
  description: line.optional().describe("One sentence about it"),
  slug: slug.optional().describe("URL segment. Without it the file name counts; it never changes"),
  aliases: listOf(aliasPath).optional().describe("Former paths; each redirects here"),
  draft: z.boolean("must be true or false").optional().describe("True keeps the organization off the site"),
});

export const OrganizationSchema = OrganizationFields.transform((raw) => ({
  ...raw,
  alsoKnownAs: raw.alsoKnownAs ?? [],
  hosts: raw.hosts ?? [],
  aliases: raw.aliases ?? [],
  draft: raw.draft ?? false,
}));

export type OrganizationInput = z.input<typeof OrganizationFields>;
export type Organization = z.output<typeof OrganizationSchema>;
