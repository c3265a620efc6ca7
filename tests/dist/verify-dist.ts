/** Runs every check over a built site, and reports how much each looked at and what is wrong. */

import type { BuiltSite } from "../../src/built-site/built-site.ts";
import { hasSection } from "../../src/config/settings.ts";
import { counted, formatCount } from "../../src/lib/text.ts";
import { type Check, type CheckResult, countViolations, listViolations } from "./check.ts";
import { apiCheck } from "./check-api.ts";
import { apiCatalogsCheck } from "./check-api-catalogs.ts";
import { apiDescriptionCheck } from "./check-api-description.ts";
import { budgetsCheck } from "./check-budgets.ts";
import { conceptsCheck } from "./check-concepts.ts";
import { countsCheck } from "./check-counts.ts";
import { dumpsCheck } from "./check-dumps.ts";
import { feedsCheck } from "./check-feeds.ts";
import { foreignMetadataCheck } from "./check-foreign-metadata.ts";
import { graphsCheck } from "./check-graphs.ts";
import { headersCheck } from "./check-headers.ts";
import { headsCheck } from "./check-heads.ts";
import { htmlCheck } from "./check-html.ts";
import { iconsCheck } from "./check-icons.ts";
import { linksCheck } from "./check-links.ts";
import { mailsCheck } from "./check-mails.ts";
import { markdownCheck } from "./check-markdown.ts";
import { privacyCheck } from "./check-privacy.ts";
import { redirectsCheck } from "./check-redirects.ts";
import { sitemapCheck } from "./check-sitemap.ts";
import { socialImagesCheck } from "./check-social-images.ts";
import { textCheck } from "./check-text.ts";

/** In the order of the report. */
export const checks: readonly Check[] = [
  htmlCheck,
  textCheck,
  headsCheck,
  graphsCheck,
  socialImagesCheck,
  iconsCheck,
  linksCheck,
  countsCheck,
  redirectsCheck,
  sitemapCheck,
  feedsCheck,
  ...(hasSection("digest") ? [mailsCheck] : []),
  markdownCheck,
  ...(hasSection("data") ? [apiCheck, dumpsCheck, apiDescriptionCheck, conceptsCheck, apiCatalogsCheck] : []),
  headersCheck,
  privacyCheck,
  foreignMetadataCheck,
  budgetsCheck,
];

export interface VerificationReport {
  readonly pages: number;
  readonly files: number;
  readonly checks: readonly (CheckResult & { readonly name: string })[];
}

/** Fewer pages than `least` are a violation too. */
export async function verifySite(site: BuiltSite, least: number, table = checks): Promise<VerificationReport> {
  const whole: Check = {
    name: "site",
    run: ({ pages, files }) => ({
      counts: [
        { what: "pages", count: pages.length, least },
        { what: "files", count: files.size, least: pages.length },
      ],
      violations: [],
    }),
  };
  // Started at once, so that the check with a thread of its own runs beside the others.
  const results = await Promise.all(
    [whole, ...table].map(async ({ name, run }) => {
      const result = await run(site);
      return { name, counts: result.counts, violations: [...countViolations(result), ...result.violations] };
    }),
  );
  return { pages: site.pages.length, files: site.files.size, checks: results };
}

export function violationCount(report: VerificationReport): number {
  return report.checks.reduce((sum, { violations }) => sum + violations.length, 0);
}

export function formatVerification(report: VerificationReport): string {
  const width = Math.max(...report.checks.map(({ name }) => name.length));
  const rows = report.checks.map(({ name, counts, violations }) => {
    const seen = counts.map(({ what, count }) => `${formatCount(count)} ${what}`).join(", ");
    return [`${name.padEnd(width)}  ${seen}`, ...(violations.length > 0 ? [listViolations(violations)] : [])].join(
      "\n",
    );
  });
  const count = violationCount(report);
  return [...rows, "", count === 0 ? "Nothing wrong" : counted(count, "violation")].join("\n");
}
