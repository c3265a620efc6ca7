/**
 * What a source's page says of itself to search engines and networks is nowhere on the site: a verification code, for
 * example, would hand our site to the source. The curated article has such metadata.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { BuiltSite } from "../../src/built-site/built-site.ts";
import { getConfig } from "../../src/config.ts";
import { splitFrontMatter } from "../../src/ingest/front-matter.ts";
import type { Check, CheckResult } from "./check.ts";

const ARTICLE = "news/2021/hitconsultant-healthcare-apis-3-ways-apis-differ-in-healthcare-vs-enterprise.md";

/** Keys of the article's metadata whose values are the source's alone; titles and addresses are quoted, these never. */
const OWN_KEYS = /verification|msvalidate|robots|publisher|^fb|image$/;

/** Names under which pages publish such values. */
const NAMES = ["google-site-verification", "msvalidate.01", "yandex-verification", "fb:app_id", "fb:admins"];

export const foreignMetadataCheck: Check = {
  name: "foreign metadata",
  run: (site) => findForeignMetadata(site, foreignValues(readFileSync(join(getConfig().contentRoot, ARTICLE), "utf8"))),
};

export function findForeignMetadata({ files, read }: BuiltSite, values: readonly string[]): CheckResult {
  return {
    counts: [
      { what: "values and names", count: values.length + NAMES.length, least: 5 + NAMES.length },
      { what: "files searched", count: files.size, least: 1 },
    ],
    violations: [...files].flatMap((where) => {
      const text = read(where).toString("latin1");
      return [...values, ...NAMES]
        .filter((words) => text.includes(words))
        .map((words) => ({ where, message: `contains ${words}` }));
    }),
  };
}

export function foreignValues(article: string): string[] {
  const fields: Record<string, Record<string, string | null>> = parse(splitFrontMatter(article).fields);
  const metadata = ["htmlMetaData", "openGraphMetaData", "twitterMetaData"].flatMap((key) =>
    Object.entries(fields[key] ?? {}),
  );
  const own = metadata.flatMap(([key, value]) => (OWN_KEYS.test(key) && value !== null ? [value] : []));
  const tracker = /#\S+/.exec(fields["link"]?.["href"] ?? "")?.[0];
  return [...new Set([...own, ...(tracker ? [tracker] : [])])];
}
