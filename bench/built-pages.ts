/** What a built site consists of: its files, its bytes, and its pages by type, told by their paths. */
import { readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";

export interface BuiltPages {
  readonly files: number;
  readonly bytes: number;
  /** Mean of the pages of stories. */
  readonly storyBytes: number;
  /** How many pages there are of each type. */
  readonly pages: Readonly<Record<string, number>>;
}

type PageType = readonly [type: string, path: RegExp];

/** In this order; the first that fits counts. Former addresses are those that the corpus gives to its stories. */
const pageTypes: readonly PageType[] = [
  ["news list", /^news\/(?:page\/\d+\/)?index\.html$/],
  ["year", /^news\/\d{4}\/index\.html$/],
  ["former address", /^news\/former-\d+\/index\.html$/],
  ["story", /^news\/[^/]+\/index\.html$/],
  ["index", /^(?:topic|offering|organization)\/index\.html$/],
  ["topic", /^topic\/[^/]+\/index\.html$/],
  ["facet", /^offering\/(?:kind|licence|standard|status)\/[^/]+\/index\.html$/],
  ["offering", /^offering\/[^/]+\/index\.html$/],
  ["organization", /^organization\/[^/]+\/index\.html$/],
  ["author", /^author\/[^/]+\/index\.html$/],
  ["of the site", /^(?:(?:about|feeds|api|search)\/)?index\.html$|^404\.html$/],
];

/** Pages that not every generator makes, and that are few beside the others. */
const LEFT_OUT: readonly RegExp[] = [
  // Hugo leaves a page at the address of the first page of a list, too, and cannot be told otherwise.
  /^news\/page\/1\/index\.html$/,
  // The table of offerings is divided here, and one page with the same rows there.
  /^offering\/(?:[^/]+\/[^/]+\/)?page\/\d+\/index\.html$/,
  /^offering\/(?:has|registration|price|sandbox|authentication|data|region)\/[^/]+\/index\.html$/,
  /^offering\/filters\/index\.html$/,
  /^topic\/[^/]+\/filters\/index\.html$/,
  /^(?:topic|organization|author)\/[^/]+\/(?:\d{4}|undated)\//,
  /^(?:compare|following|offline)\/index\.html$/,
  /^digest\//,
];

export function pageTypeOf(path: string): string | undefined {
  if (!path.endsWith(".html") || LEFT_OUT.some((pattern) => pattern.test(path))) return undefined;
  return pageTypes.find(([, pattern]) => pattern.test(path))?.[0] ?? "other";
}

export function countPages(site: string): BuiltPages {
  const pages: Record<string, number> = {};
  let files = 0;
  let bytes = 0;
  let storyBytes = 0;
  for (const entry of readdirSync(site, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const { size } = statSync(file);
    files += 1;
    bytes += size;
    const type = pageTypeOf(relative(site, file).replaceAll("\\", "/"));
    if (type === undefined) continue;
    pages[type] = (pages[type] ?? 0) + 1;
    if (type === "story") storyBytes += size;
  }
  return { files, bytes, storyBytes: storyBytes / Math.max(1, pages["story"] ?? 0), pages };
}

/** What keeps two sites from being compared: `42 pages of the type topic by Hugo, 46 by Curalog`; empty where they agree. */
export function differencesOf(
  sites: readonly { readonly name: string; readonly pages: BuiltPages["pages"] }[],
): string[] {
  const types = [...new Set(sites.flatMap(({ pages }) => Object.keys(pages)))];
  return types
    .filter((type) => new Set(sites.map(({ pages }) => pages[type] ?? 0)).size > 1)
    .map((type) => `${type}: ${sites.map(({ name, pages }) => `${pages[type] ?? 0} by ${name}`).join(", ")}`);
}
