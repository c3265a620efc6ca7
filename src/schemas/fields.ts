/** Promise: the field types that several entities share, each with the message an editor reads when a value does not fit. */
import { z } from "zod";
import { parseWebUrl } from "../lib/clean-url.ts";
import { isPartialDate } from "../lib/partial-date.ts";
import { isSlug } from "../lib/slugify.ts";
import { squeeze } from "../lib/text.ts";

/** One line of plain text; white space is collapsed. */
export const line = z.string("must be text").transform(squeeze).pipe(z.string().min(1, "must not be empty"));

/** Markdown of any length. */
export const markdown = z.string("must be text");

/** A value or a list of values; always a list afterwards. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.union([z.array(item), item.transform((value) => [value])], "must be one value or a list of values");
}

/** A web address: http or https, no credentials. */
export const webUrl = z
  .string("must be a web address")
  .trim()
  .refine(
    (value) => parseWebUrl(value) !== undefined,
    "must be a full web address that begins with https:// or http://",
  );

/** A slug: the URL segment of an entity. */
export const slug = z
  .string("must be text")
  .refine(isSlug, "must be lower-case letters and digits joined by single hyphens, without '/', '.' or spaces");

/** Year, month or day. A bare year is a number in YAML. */
export const partialDate = z
  .union([z.string(), z.number().int().transform(String)], "must be a date: 2024, 2024-05 or 2024-05-17")
  .refine(isPartialDate, "is not a date that exists: write 2024, 2024-05 or 2024-05-17");

/** A whole day. */
export const day = z
  .string("must be a day such as 2024-05-17")
  .refine((value) => value.length === 10 && isPartialDate(value), "is not a day that exists: write it as 2024-05-17");

/** A path on this site that now leads to the entity. */
export const aliasPath = z
  .string("must be a path")
  .trim()
  .regex(/^\/?[^\s?#\\]+$/, "must be a path on this site such as /news/old-name/")
  .refine(
    (value) => !/^[a-z][a-z\d+.-]*:|\/\//i.test(value),
    "must be a path on this site, without a scheme and a host",
  )
  .refine((value) => !value.split("/").some((part) => /^\.+$/.test(part)), "must not contain '.' or '..'")
  .transform((value) => (value === "/" ? value : `/${value.replace(/^\/|\/$/g, "")}/`));

/** `Authority: Label`, the full name of a topic. */
export const topicName = line.pipe(
  z.string().regex(/^[^:]+: \S.*$/, "must be '<Authority>: <Label>', for example 'HL7: FHIR'"),
);
