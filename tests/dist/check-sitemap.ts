/** The sitemap lists every page that search engines may show once and nothing else, with days that are not in the future; robots.txt names it and blocks no page. */

import robotsParser from "robots-parser";
import {
  addressOfPath,
  type BuiltSite,
  canonicalOf,
  fileOfAddress,
  isIndexed,
  pathOfAddress,
  textOf,
} from "../../src/built-site/built-site.ts";
import { getConfig } from "../../src/config/config.ts";
import { isPartialDate } from "../../src/lib/partial-date.ts";
import { newsSitemapUrl, sitemapUrl } from "../../src/views/urls.ts";
import type { Check, Violation } from "./check.ts";
import { typeOf } from "./page-type.ts";
import { allWithin, childrenOf, readXml, textIn, type XmlElement } from "./read-xml.ts";

/** Of the format, for one file. */
const MAX_URLS = 50_000;
const MAX_BYTES = 50 * 1024 * 1024;
const MAX_NEWS = 1000;

interface Sitemap {
  readonly file: string;
  readonly urls: readonly string[];
  readonly days: readonly string[];
  readonly violations: readonly Violation[];
}

export const sitemapCheck: Check = {
  name: "sitemap",
  run(site) {
    const index = readSitemap(site, sitemapUrl.slice(1), "sitemap");
    const named = index.urls.map((url) => fileOfAddress(site, url));
    const parts = named.flatMap((file) => (file === undefined ? [] : [readSitemap(site, file, "url")]));
    const news = site.files.has(newsSitemapUrl.slice(1)) ? [readSitemap(site, newsSitemapUrl.slice(1), "url")] : [];
    const indexed = site.pages
      .filter((page) => !page.isRedirect && isIndexed(page))
      .flatMap((page) => canonicalOf(page) ?? []);
    const listed = parts.flatMap(({ urls }) => urls);
    const all = [index, ...parts, ...news];
    const hasStories = site.pages.some((page) => typeOf(page) === "story");
    return {
      counts: [
        { what: "sitemaps", count: all.length, least: 2 },
        { what: "listed pages", count: listed.length, least: 1 },
        { what: "days of change", count: parts.flatMap(({ days }) => days).length, least: hasStories ? 1 : 0 },
      ],
      violations: [
        ...all.flatMap(({ violations }) => violations),
        ...index.urls.flatMap((url, at) =>
          named[at] === undefined ? [violation(index, `${url} is no file of the site`)] : [],
        ),
        ...[...site.files]
          .filter((file) => /^sitemap-.*\.xml$/.test(file) && !named.includes(file))
          .map((where) => ({ where, message: "the index of the sitemap does not name it" })),
        ...pageViolations(parts, new Set(indexed), site),
        ...news.flatMap((one) => newsViolations(one, new Set(indexed))),
        ...robotsViolations(site, indexed, news.length > 0),
      ],
    };
  },
};

function violation({ file }: Sitemap, message: string): Violation {
  return { where: file, message };
}

/** A missing file is one violation and has no URLs. */
function readSitemap(site: BuiltSite, file: string, entry: "sitemap" | "url"): Sitemap {
  const unread = (message: string) => ({ file, urls: [], days: [], violations: [{ where: file, message }] });
  if (!site.files.has(file)) return unread("there is no such file");
  const bytes = site.read(file);
  let root: XmlElement;
  try {
    root = readXml(bytes.toString("utf8"));
  } catch (error) {
    return unread(`cannot be read: ${error instanceof Error ? error.message : error}`);
  }
  const entries = allWithin(root).filter(({ name }) => name === `sitemap:${entry}`);
  const urls = entries.flatMap((one) => textIn(one, "sitemap:loc") ?? []);
  const days = entries.flatMap((one) => childrenOf(one, "sitemap:lastmod").map(({ text }) => text.trim()));
  const wanted = entry === "url" ? "sitemap:urlset" : "sitemap:sitemapindex";
  const violations: string[] = [];
  if (root.name !== wanted) violations.push(`begins with ${root.name} and not with ${wanted}`);
  if (urls.length !== entries.length) violations.push(`has ${urls.length} addresses for ${entries.length} entries`);
  if (entries.length > MAX_URLS) violations.push(`has ${entries.length} entries, where the format allows ${MAX_URLS}`);
  if (bytes.length > MAX_BYTES) violations.push(`has ${bytes.length} bytes, where the format allows ${MAX_BYTES}`);
  for (const day of days) {
    if (day.length !== 10 || !isPartialDate(day)) violations.push(`${day} is no day`);
    else if (day > getConfig().buildDate) violations.push(`${day} has not come yet`);
  }
  return { file, urls, days, violations: violations.map((message) => ({ where: file, message })) };
}

function pageViolations(parts: readonly Sitemap[], indexed: ReadonlySet<string>, site: BuiltSite): Violation[] {
  const listed = new Set<string>();
  const violations: Violation[] = [];
  for (const part of parts) {
    for (const url of part.urls) {
      if (!indexed.has(url))
        violations.push(violation(part, `${url} is no page that may be indexed, by its own address`));
      if (listed.has(url)) violations.push(violation(part, `${url} is listed twice`));
      listed.add(url);
    }
  }
  const missing = [...indexed].filter((url) => !listed.has(url));
  return [
    ...violations,
    ...missing.map((url) => ({ where: pathOfAddress(site, url) ?? url, message: "is in no sitemap" })),
  ];
}

function newsViolations(news: Sitemap, indexed: ReadonlySet<string>): Violation[] {
  const foreign = news.urls.filter((url) => !indexed.has(url));
  return [
    ...foreign.map((url) => violation(news, `${url} is no page that may be indexed, by its own address`)),
    ...(news.urls.length > MAX_NEWS
      ? [violation(news, `has ${news.urls.length} stories, where ${MAX_NEWS} may be`)]
      : []),
  ];
}

function robotsViolations(site: BuiltSite, indexed: readonly string[], hasNews: boolean): Violation[] {
  const where = "robots.txt";
  if (!site.files.has(where)) return [{ where, message: "there is no such file" }];
  const text = textOf(site, where);
  const robots = robotsParser(new URL(where, site.url).href, text);
  // The parser does not list the crawlers that it has groups for. One that it does not know falls under `*`.
  // https://github.com/samclarke/robots-parser#isallowedurl-ua
  const crawlers = [...text.matchAll(/^\s*user-agent\s*:\s*([^\s#]+)/gim)].map(([, name]) => name);
  const named = robots.getSitemaps();
  const wanted = [sitemapUrl, ...(hasNews ? [newsSitemapUrl] : [])].map((path) => addressOfPath(site, path));
  return [
    ...wanted.filter((url) => !named.includes(url)).map((url) => ({ where, message: `does not name ${url}` })),
    ...indexed
      .filter((url) => crawlers.some((crawler) => robots.isAllowed(url, crawler) === false))
      .map((url) => ({ where, message: `blocks ${url}` })),
  ];
}
