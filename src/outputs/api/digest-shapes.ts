/** The public shape of a week: what was curated in it by topic, and what changed in the catalog. */
import { z } from "zod";
import { getVocabulary, isChange } from "../../vocab/vocabulary.ts";
import { address, count, day, Reference, text } from "./parts.ts";

const week = {
  week: z
    .string()
    .regex(/^\d{4}-w\d{2}$/)
    .describe("Week of ISO 8601, as `2026-w47`"),
  from: day.describe("Its Monday"),
  to: day.describe("Its Sunday; nothing is added to the week after that day"),
  url: address.describe("Its page"),
};

/** The statuses that are changes, the last of a life first. */
const change = z.lazy(() => {
  const statuses = [...getVocabulary().statuses.keys()].filter(isChange).reverse();
  return z
    .enum([...statuses, "interface"])
    .describe(
      "What happened: the new status of the offering, or `interface` where what one of its interfaces declares has changed",
    );
});

export const Digest = z
  .object({
    ...week,
    self: address.describe("This document"),
    topics: z
      .array(
        z.object({
          topic: Reference.nullable().describe("Topic; null for stories that are filed under none"),
          news: z.array(Reference).describe("Stories, the newest first"),
        }),
      )
      .describe("Each story once, under its busiest topic of the week; largest topic first"),
    changes: z
      .array(
        z.object({
          day: day.describe("Day of the change"),
          offering: Reference.describe("Whose state changed"),
          change,
          interface: text.nullable().describe("Name of the interface among those of the offering"),
        }),
      )
      .describe("What changed in the catalog, the latest first; changes whose day is not known are in no week"),
    added: z.array(Reference).describe("Offerings that were added, by name; one whose day nobody stated is in no week"),
  })
  .meta({ id: "Digest", title: "Digest", description: "What was curated in a week, and what changed in the catalog" });

export const DigestList = z
  .object({
    self: address.describe("This document"),
    total: count.describe("How many weeks there are"),
    items: z
      .array(
        z.object({
          ...week,
          self: address.describe("Its digest"),
          stories: count.describe("How many stories were added"),
          changes: count.describe("How many changes there were in the catalog"),
          added: count.describe("How many offerings were added"),
        }),
      )
      .describe("Weeks that have anything to tell, newest first"),
  })
  .meta({ id: "DigestList", title: "Digest list", description: "The weeks that have a digest" });

export type Digest = z.output<typeof Digest>;
export type DigestList = z.output<typeof DigestList>;
