/** A check of the built site: it counts what it looked at and lists what is wrong. */

import type { BuiltPage, BuiltSite } from "../../src/built-site/built-site.ts";
import { counted } from "../../src/lib/text.ts";

export interface Check {
  /** What it looks at, in a few words: `links`. */
  readonly name: string;
  run(site: BuiltSite): CheckResult | Promise<CheckResult>;
}

export interface CheckResult {
  readonly counts: readonly Count[];
  readonly violations: readonly Violation[];
}

/** How many of a thing a check looked at. Fewer than `least` mean that the check itself is broken. */
export interface Count {
  /** In the plural: `internal links`. */
  readonly what: string;
  readonly count: number;
  readonly least: number;
}

export interface Violation {
  /** Path of the page, or of the file below the site's folder. */
  readonly where: string;
  readonly message: string;
}

export function violationOf({ path }: BuiltPage, message: string): Violation {
  return { where: path, message };
}

/** A violation for each thing of which the check saw too few. */
export function countViolations({ counts }: CheckResult): Violation[] {
  return counts
    .filter(({ count, least }) => count < least)
    .map(({ what, count, least }) => ({ where: "the check", message: `only ${count} ${what}, expected ${least}` }));
}

/** One line for each message with its first places, since a mistake in a template is on every page. */
export function listViolations(violations: readonly Violation[]): string {
  const byMessage = Map.groupBy(violations, ({ message }) => message);
  const lines = [...byMessage].map(([message, found]) => {
    const places = found.slice(0, 3).map(({ where }) => where);
    const more = found.length > places.length ? `, and ${found.length - places.length} more` : "";
    return `  ${message}: ${places.join(", ")}${more}`;
  });
  return [counted(violations.length, "violation"), ...lines.slice(0, 60)].join("\n");
}
