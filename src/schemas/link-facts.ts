/** The results of checking the outbound links, written by `npm run links`. */
import { z } from "zod";
import { day, line, webUrl } from "./fields.ts";

export const linkResults = ["alive", "dead", "doubtful", "unclear"] as const;

export const LinkRecordSchema = z.strictObject({
  url: webUrl.describe("Address as the content has it, without trackers"),
  checked: day.describe("Day of the last check"),
  result: z
    .enum(linkResults)
    .describe(
      'Result of the last check; `doubtful` when it answers with what seems to be another page, such as the home page or the words "not found"; `unclear` when nobody can tell, such as after status 403',
    ),
  detail: line.describe("What was answered"),
  deadOn: z
    .array(day)
    .min(1)
    .optional()
    .describe(
      "Days of the checks that found it dead since it was last alive; the last day is that of the last such check",
    ),
});

export const LinkFactsSchema = z.strictObject({
  source: line.describe("What wrote the file"),
  links: z.array(LinkRecordSchema).describe("Links by address"),
});

export type LinkFacts = z.output<typeof LinkFactsSchema>;
export type LinkRecord = z.output<typeof LinkRecordSchema>;
export type LinkResult = (typeof linkResults)[number];
