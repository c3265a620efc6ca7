/**
 * What a source's page says of itself to search engines and networks is nowhere on the site: a verification code, for
 * example, would hand our site to the source. Imported stories have such metadata.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { type BuiltSite, listFiles } from "../../src/built-site/built-site.ts";
import { getConfig } from "../../src/config/config.ts";
import { splitFrontMatter } from "../../src/ingest/front-matter.ts";
import type { Check, CheckResult } from "./check.ts";

/** Keys of metadata whose values are the source's alone; titles, names and addresses of pages are quoted, these never. */
const OWN_KEYS = /verification|msvalidate|^fb|image$/;

/** Shorter values occur by chance. */
const LEAST_LENGTH = 8;

const METADATA = ["htmlMetaData", "openGraphMetaData", "twitterMetaData"];

/** Names under which pages publish such values. */
const NAMES = ["google-site-verification", "msvalidate.01", "yandex-verification", "fb:app_id", "fb:admins"];

export const foreignMetadataCheck: Check = {
  name: "foreign metadata",
  run: (site) => findForeignMetadata(site, [...new Set(importedStories().flatMap(foreignValues))]),
};

/** The texts of all stories that have such metadata. */
function importedStories(): string[] {
  const folder = join(getConfig().contentRoot, "news");
  if (!existsSync(folder)) return [];
  return listFiles(folder)
    .filter((file) => file.endsWith(".md"))
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .filter((text) => METADATA.some((key) => text.includes(`${key}:`)));
}

export function findForeignMetadata({ files, read }: BuiltSite, values: readonly string[]): CheckResult {
  return {
    counts: [
      { what: "values and names", count: values.length + NAMES.length, least: NAMES.length },
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
  const fields: Record<string, Record<string, unknown> | null> = parse(splitFrontMatter(article).fields);
  const own = METADATA.flatMap((key) => Object.entries(fields[key] ?? {}))
    .filter(([key, value]) => OWN_KEYS.test(key) && value !== null)
    .map(([, value]) => String(value))
    .filter((value) => value.length >= LEAST_LENGTH);
  const tracker = /#\S+/.exec(String(fields["link"]?.["href"] ?? ""))?.[0];
  return [...new Set([...own, ...(tracker ? [tracker] : [])])];
}
