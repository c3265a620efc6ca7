/** A built site made of texts, for tests of checks. */

import { type BuiltSite, toSite } from "../../src/built-site/built-site.ts";
import { toJsonScript } from "../../src/lib/json-script.ts";
import { type Check, type CheckResult, countViolations } from "./check.ts";
import { typeOf } from "./page-type.ts";

export const SITE_URL = new URL("https://site.example/");

/** A site of these files, by their path below its folder. */
export function siteOf(files: Readonly<Record<string, string | Buffer>>, url: URL = SITE_URL): BuiltSite {
  const read = (file: string) => {
    const content = files[file];
    if (content === undefined) throw new Error(`There is no file ${file}`);
    return Buffer.from(content);
  };
  return toSite(Object.keys(files).sort(), read, url);
}

interface PageParts {
  /** Added to the head and to the main element. */
  readonly head?: string;
  readonly body?: string;
  readonly title?: string;
  /** Nodes of the graph besides the page's own. */
  readonly nodes?: readonly object[];
}

/** A page that no check of pages finds anything wrong with, as long as its parts are right; it needs `SHARED_FILES` beside it. */
export function pageOf(
  path: string,
  { head = "", body = "", title = `Page ${path}`, nodes = [] }: PageParts = {},
): string {
  const address = new URL(path, SITE_URL).href;
  const description = `About ${path}`;
  const graph = [{ "@type": "WebPage", "@id": `${address}#page`, url: address, name: title }, ...nodes];
  const metadata = {
    viewport: "width=device-width",
    description,
    robots: "index, follow, max-image-preview:large, max-snippet:-1",
    "theme-color": "#fff",
    "og:site_name": "Site",
    "og:locale": "en_GB",
    "og:type": typeOf({ path, isRedirect: false }) === "story" ? "article" : "website",
    "og:title": title,
    "og:description": description,
    "og:url": address,
    "twitter:card": "summary_large_image",
    "twitter:title": title,
    "twitter:description": description,
    ...(typeOf({ path, isRedirect: false }) === "story" && {
      "article:published_time": "2026-01-02T00:00:00Z",
      "article:modified_time": "2026-01-02T00:00:00Z",
    }),
  };
  const tags = Object.entries(metadata).map(
    ([key, content]) => `<meta ${/^(?:og|article):/.test(key) ? "property" : "name"}="${key}" content="${content}">`,
  );
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>`,
    ...tags,
    `<link rel="canonical" href="${address}">`,
    '<link rel="icon" href="/favicon.svg"><link rel="search" href="/opensearch.xml">',
    '<link rel="alternate" type="application/rss+xml" href="/feed.xml">',
    `${head}</head><body><a href="#main">Skip</a><a href="/">Home page</a><h1>${path}</h1><main id="main">${body}</main>`,
    `<script type="application/ld+json">${toJsonScript({ "@context": "https://schema.org", "@graph": graph })}</script>`,
    "</body></html>",
  ].join("\n");
}

/** The page, asking search engines to leave it out. */
export function hidden(page: string): string {
  return page.replace('content="index, follow', 'content="noindex, follow');
}

/** What the head of every page names. */
export const SHARED_FILES = { "favicon.svg": "<svg/>", "opensearch.xml": "<a/>", "feed.xml": "<rss/>" };

/** What a check finds in these files, as `where: message`, sorted. That it looked at too few things is not among it. */
export async function violationsIn(
  check: Check,
  files: Readonly<Record<string, string | Buffer>>,
  url: URL = SITE_URL,
): Promise<string[]> {
  const { violations } = await check.run(siteOf(files, url));
  return violations.map(({ where, message }) => `${where}: ${message}`).sort();
}

/** How many things a check looks at in these files, and of which too few. */
export async function countsIn(
  check: Check,
  files: Readonly<Record<string, string | Buffer>>,
): Promise<{ readonly counts: CheckResult["counts"]; readonly short: string[] }> {
  const result = await check.run(siteOf(files));
  return { counts: result.counts, short: countViolations(result).map(({ message }) => message) };
}
