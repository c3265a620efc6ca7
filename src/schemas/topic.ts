/** A topic's front matter becomes one typed entry, its name taken apart into authority and label. */
import { z } from "zod";
import { aliasPath, line, listOf, slug, topicName } from "./fields.ts";

export const TopicFields = z.object({
  name: topicName.describe("Full name: `<Authority>: <Label>`. Content refers to the topic by it"),
  description: line.describe("What the topic covers, one sentence"),
  basis: z
    .enum(["plausible"])
    .optional()
    .describe("`plausible` where the label is likely one of its authority, whose own list was not seen"),
  sameAs: z
    .array(topicName)
    .optional()
    .describe("The same subject in other vocabularies, by full name; one side is enough"),
  related: z.array(topicName).optional().describe("Neighbouring topics, by full name; one side is enough"),
  broader: topicName.optional().describe("The wider topic that this one belongs to, by full name"),
  featured: z
    .array(slug)
    .optional()
    .describe("Offerings of the topic that its page shows first, by slug, in this order"),
  slug: slug.optional().describe("URL segment. Without it the file name counts; it never changes"),
  aliases: listOf(aliasPath).optional().describe("Former paths; each redirects here"),
  draft: z.boolean("must be true or false").optional().describe("True keeps the topic off the site"),
});

export const TopicSchema = TopicFields.transform((raw) => {
  const colon = raw.name.indexOf(": ");
  return {
    ...raw,
    authority: raw.name.slice(0, colon),
    label: raw.name.slice(colon + 2),
    sameAs: raw.sameAs ?? [],
    related: raw.related ?? [],
    featured: raw.featured ?? [],
    aliases: raw.aliases ?? [],
    draft: raw.draft ?? false,
  };
});

export type Topic = z.output<typeof TopicSchema>;
