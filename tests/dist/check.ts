/** What a check of the built site is: it counts what it looked at and lists what is wrong. */
import type { BuiltSite, Page } from "../../src/built-site/built-site.ts";

export interface Check {
  /** What it looks at, in a few words: `links`. */
  readonly name: string;
  run(site: BuiltSite): Outcome | Promise<Outcome>;
}

export interface Outcome {
  readonly looked: readonly Looked[];
  readonly violations: readonly Violation[];
}

/** How many of a thing were looked at; fewer than `least`, and the check itself, not the thing, is at fault. */
export interface Looked {
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

export function violationOf({ path }: Page, message: string): Violation {
  return { where: path, message };
}

/** What was looked at too little. */
export function violationsOf({ looked }: Outcome): Violation[] {
  return looked
    .filter(({ count, least }) => count < least)
    .map(({ what, count, least }) => ({ where: "the check", message: `only ${count} ${what}, expected ${least}` }));
}

/** Faults as one text: each message once with how often and where first, since a template's fault stands on every page. */
export function listViolations(violations: readonly Violation[]): string {
  const byMessage = Map.groupBy(violations, ({ message }) => message);
  const lines = [...byMessage].map(([message, found]) => {
    const places = found.slice(0, 3).map(({ where }) => where);
    const more = found.length > places.length ? `, and ${found.length - places.length} more` : "";
    return `  ${message}: ${places.join(", ")}${more}`;
  });
  return [`${violations.length} faults`, ...lines.slice(0, 60)].join("\n");
}
