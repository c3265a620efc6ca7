/** What checking the outbound links came to, written by a program; when a link counts as dead is decided here alone. */
import { z } from "zod";
import { daysBetween } from "../lib/days-between.ts";
import { day, line, webUrl } from "./fields.ts";

export const linkResults = ["there", "gone", "unclear"] as const;

export const LinkRecordSchema = z.strictObject({
  url: webUrl.describe("Address as the content has it, without trackers"),
  checked: day.describe("Day of the last check"),
  result: z
    .enum(linkResults)
    .describe("What the check came to; `unclear` when nobody can tell, such as after status 403"),
  detail: line.describe("What was answered"),
  gone: z
    .array(day)
    .min(1)
    .optional()
    .describe(
      "Days of the checks that found it gone since it was last there; checks beyond those that decide replace the last",
    ),
});

export const LinkFactsSchema = z.strictObject({
  source: line.describe("What wrote the file"),
  links: z.array(LinkRecordSchema).describe("Links by address"),
});

export type LinkFacts = z.output<typeof LinkFactsSchema>;
export type LinkRecord = z.output<typeof LinkRecordSchema>;
export type LinkResult = (typeof linkResults)[number];

const CHECKS = 3;
const DAYS = 7;

/** True when at least three checks over at least seven days found it gone: a site that is down for a night is no dead link. */
export function isDead(gone: readonly string[] = []): boolean {
  const [first = "", last = ""] = [gone[0], gone.at(-1)];
  return gone.length >= CHECKS && daysBetween(first, last) >= DAYS;
}
