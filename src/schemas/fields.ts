/** The field types that several entities share, each with the message an editor reads when a value does not fit. */
import { z } from "zod";
import { parseWebUrl } from "../lib/clean-url.ts";
import { decodePercent } from "../lib/decode-percent.ts";
import { toAsciiHost } from "../lib/host-name.ts";
import { isSeen } from "../lib/invisible.ts";
import { isPartialDate } from "../lib/partial-date.ts";
import { byteLength, isDeviceName, isSlug, MAX_NAME_BYTES } from "../lib/slugify.ts";
import { toLine } from "../lib/text.ts";
import { siteFolders } from "../vocab/paths.ts";
import { getVocabulary, type ListName, vocabularyFile } from "../vocab/vocabulary.ts";

export const UNSEEN = "has no character that a reader sees";

/** One line of plain text; white space is collapsed, and letters with marks are composed. */
export const line = z
  .string("must be text")
  .transform(toLine)
  .pipe(z.string().min(1, { error: "must not be empty", abort: true }).refine(isSeen, UNSEEN));

/**
 * A key of a list of the vocabulary, which is read when the first value is parsed. `about` describes a required field:
 * a JSON Schema has it after the values only if it is set on the inner schema.
 */
export function termOf(list: ListName, about?: string) {
  return z.lazy(() => {
    const keys = [...getVocabulary()[list].keys()];
    const none = keys.length === 0 ? `cannot be given, since ${vocabularyFile(list)} has none` : undefined;
    const key = z.enum(keys, none);
    return about === undefined ? key : key.describe(about);
  });
}

/** Markdown of any length. */
export const markdown = z.string("must be text");

/** A value or a list of values, `least` of them or more; always a list afterwards. */
export function listOf<T extends z.ZodType>(item: T, least = 0) {
  return z.union(
    [z.array(item).min(least), item.transform((value) => [value])],
    "must be one value or a list of values",
  );
}

/** A web address: http or https, no credentials. */
export const webUrl = z
  .string("must be a web address")
  .trim()
  .refine(
    // The parser accepts `https:a.org`; another program that a reader pastes it into may not.
    (value) => /^https?:\/\//i.test(value) && parseWebUrl(value) !== undefined,
    "must be a full web address that begins with https:// or http://",
  );

export const SLUG_SHAPE =
  "must be at most 120 lower-case letters and digits joined by single hyphens, without '/', '.' or spaces";

/** A host, in the letters of any language; compared as addresses have it. */
export const hostName = z
  .string("must be a host name")
  .trim()
  .transform(toAsciiHost)
  .pipe(
    z
      .string()
      .regex(
        /^(?!www\.)[a-z0-9-]+(?:\.[a-z0-9-]+)+$/,
        "must be a host name without 'www.' and without a path, for example hl7.org",
      ),
  );

/** Names that Windows reserves for devices. */
const DEVICES = "con, prn, aux, nul, com1 or lpt1";

/** A slug: the URL segment of an entity. */
export const slug = z
  .string("must be text")
  .normalize("NFC")
  .refine((value) => isSlug(value) || isDeviceName(value), SLUG_SHAPE)
  .refine((value) => !isDeviceName(value), `must not be the name of a device on Windows: ${DEVICES}`);

/** Year, month or day. A bare year is a number in YAML. */
export const partialDate = z
  .union([z.string(), z.number().int().transform(String)], "must be a date: 2024, 2024-05 or 2024-05-17")
  .refine(isPartialDate, "is not a date that exists");

/** A whole day. */
export const day = z
  .string("must be a day such as 2024-05-17")
  .refine((value) => value.length === 10 && isPartialDate(value), "is not a day that exists");

/** Systems take 4096 bytes, or 1024, with the folder of the site before it. */
const MAX_PATH_BYTES = 800;

const segmentsOf = (path: string) => path.split("/").filter((segment) => segment !== "");

/**
 * A path on this site that now leads to the entity. A folder of that name is
 * written, so it must be a name on every file system, and no file may be meant.
 */
export const aliasPath = z
  .string("must be a path")
  .trim()
  .refine(
    (value) => !/^[a-z][a-z\d+.-]*:|\/\//i.test(value),
    "must be a path on this site, without a scheme and a host",
  )
  .transform((value) => (decodePercent(value) ?? value).normalize("NFC"))
  .pipe(
    z
      .string()
      .regex(/^[^\s?#]+$/, "must be a path on this site such as /news/old-name/")
      // Checked again once decoded: `//` would begin a host, and a lone surrogate cannot be encoded again.
      .refine((value) => !/[%<>:"|*\\\p{Cc}\p{Cs}]|\/\//u.test(value), `must not contain %, <, >, :, ", |, *, \\ or //`)
      // Windows drops the dot; `.` and `..` are folders everywhere.
      .refine(
        (value) => !segmentsOf(value).some((part) => part.endsWith(".")),
        "must not contain '.', '..' or another part that ends with a dot",
      )
      .refine(
        (value) => !segmentsOf(value).some(isDeviceName),
        `must not have a part with the name of a device on Windows: ${DEVICES}`,
      )
      .refine(
        (value) => segmentsOf(value).every((segment) => byteLength(segment) <= MAX_NAME_BYTES),
        `must have at most ${MAX_NAME_BYTES} bytes between two slashes`,
      )
      .refine((value) => byteLength(value) <= MAX_PATH_BYTES, `must have at most ${MAX_PATH_BYTES} bytes in all`)
      .refine(
        (value) => !/\.\p{L}[\p{L}\p{N}]*$/u.test(segmentsOf(value).at(-1) ?? ""),
        "must be the path of a page, without an ending such as .html",
      )
      .refine(
        (value) => !siteFolders.includes(segmentsOf(value)[0]?.toLowerCase() ?? ""),
        `must not lie in a folder of the site itself: ${siteFolders.join(", ")}`,
      ),
  )
  .transform((value) => (value === "/" ? value : `/${value.replace(/^\/|\/$/g, "")}/`));

export const TOPIC_SHAPE = "must be '<Authority>: <Label>', for example 'HL7: FHIR'";

/** `Authority: Label`, the full name of a topic. Quotes of a word processor are never part of one. */
export const topicName = line.pipe(z.string().regex(/^(?![‘‚“„«])[^:]+: \S.*$/, TOPIC_SHAPE));
