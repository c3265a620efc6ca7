/** A rule of a format, and the date formats that the formats share. */

import { type BuiltSite, fileOfAddress } from "../../../src/built-site/built-site.ts";
import { isPartialDate } from "../../../src/lib/partial-date.ts";

export interface FormatRule<T> {
  /** What a document must fulfil: `an item has one guid`. */
  readonly requirement: string;
  /** What breaks it, in a few words each. */
  violations(document: T, site: BuiltSite): readonly string[];
}

/** What a document breaks of these rules: `an item has one guid: A story`. */
export function violationsOf<T>(rules: readonly FormatRule<T>[], document: T, site: BuiltSite): string[] {
  return rules.flatMap(({ requirement, violations }) =>
    violations(document, site).map((violation) => `${requirement}: ${violation}`),
  );
}

/** Of a document with a style sheet for a browser. */
export function styleViolations({ style }: { readonly style?: string | undefined }, site: BuiltSite): string[] {
  return style === undefined || (style.startsWith("/") && fileOfAddress(site, style, site.url) !== undefined)
    ? []
    : [style || "none"];
}

/** As RFC 822 has it, with the four-digit year that RSS asks for and a weekday that is true. */
export function isRfc822(text: string): boolean {
  const time = Date.parse(text);
  const isShaped = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} (?:GMT|\+0000)$/.test(text);
  return isShaped && isMeant(time) && new Date(time).toUTCString().slice(0, 16) === text.slice(0, 16);
}

/** A moment with its zone. */
export function isRfc3339(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/.test(text) &&
    isPartialDate(text.slice(0, 10)) &&
    isMeant(Date.parse(text))
  );
}

const A_DAY = 24 * 60 * 60 * 1000;

/** The first day of computers, in any time zone, stands for a date that nobody set. */
function isMeant(time: number): boolean {
  return Math.abs(time) > A_DAY;
}

/** True for the address of something on the web, whole. */
export function isWebAddress(text: string | undefined): boolean {
  return /^https?:$/.test(URL.parse(text ?? "")?.protocol ?? "");
}
