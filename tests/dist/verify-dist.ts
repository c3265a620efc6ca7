/** Runs every check over a built site and reports what was looked at and what is wrong. */
import { counted, formatCount } from "../../src/lib/text.ts";
import type { BuiltSite } from "../../src/built-site/built-site.ts";
import { type Check, type Violation, type Looked, listViolations, violationsOf } from "./check.ts";
import { apiCheck } from "./check-api.ts";
import { apiDescriptionCheck } from "./check-api-description.ts";
import { socialImagesCheck } from "./check-social-images.ts";
import { conceptsCheck } from "./check-concepts.ts";
import { dumpsCheck } from "./check-dumps.ts";
import { feedsCheck } from "./check-feeds.ts";
import { graphsCheck } from "./check-graphs.ts";
import { headersCheck } from "./check-headers.ts";
import { headsCheck } from "./check-heads.ts";
import { iconsCheck } from "./check-icons.ts";
import { linksCheck } from "./check-links.ts";
import { privacyCheck } from "./check-privacy.ts";
import { redirectsCheck } from "./check-redirects.ts";
import { sitemapCheck } from "./check-sitemap.ts";
import { markdownCheck } from "./check-markdown.ts";

/** In the order of the report. */
export const checks: readonly Check[] = [
  headsCheck,
  graphsCheck,
  socialImagesCheck,
  iconsCheck,
  linksCheck,
  redirectsCheck,
  sitemapCheck,
  feedsCheck,
  markdownCheck,
  apiCheck,
  dumpsCheck,
  apiDescriptionCheck,
  conceptsCheck,
  headersCheck,
  privacyCheck,
];

export interface Report {
  readonly pages: number;
  readonly files: number;
  readonly checks: readonly {
    readonly name: string;
    readonly looked: readonly Looked[];
    readonly violations: readonly Violation[];
  }[];
}

/** Fewer pages than `least` are a fault of their own. */
export async function verifySite(site: BuiltSite, least: number, table = checks): Promise<Report> {
  const pages = { what: "pages", count: site.pages.length, least };
  const whole = { looked: [pages, { what: "files", count: site.files.size, least: site.pages.length }], violations: [] };
  const outcomes = [{ name: "site", ...whole, violations: violationsOf(whole) }];
  for (const check of table) {
    const outcome = await check.run(site);
    outcomes.push({
      name: check.name,
      looked: [...outcome.looked],
      violations: [...violationsOf(outcome), ...outcome.violations],
    });
  }
  return { pages: site.pages.length, files: site.files.size, checks: outcomes };
}

export function violationCount(report: Report): number {
  return report.checks.reduce((sum, { violations }) => sum + violations.length, 0);
}

export function formatVerification(report: Report): string {
  const width = Math.max(...report.checks.map(({ name }) => name.length));
  const rows = report.checks.map(({ name, looked, violations }) => {
    const counts = looked.map(({ what, count }) => `${formatCount(count)} ${what}`).join(", ");
    return [`${name.padEnd(width)}  ${counts}`, ...(violations.length > 0 ? [listViolations(violations)] : [])].join("\n");
  });
  const count = violationCount(report);
  return [...rows, "", count === 0 ? "Nothing wrong" : `${counted(count, "fault")}`].join("\n");
}
