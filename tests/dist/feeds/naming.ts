/** Every page with feeds names them in its head and links to them, and no feed is left unnamed. */

import {
  type BuiltPage,
  type BuiltSite,
  elementsOf,
  pathOfAddress,
  relOf,
} from "../../../src/built-site/built-site.ts";
import { decodePercent } from "../../../src/lib/decode-percent.ts";
import { feedFormatKeys, feedFormats } from "../../../src/vocab/feed-format.ts";
import { type Violation, violationOf } from "../check.ts";
import { type PageType, typeOf } from "../page-type.ts";

/** The feed files of a site, of all formats. */
export function feedFilesOf({ files }: BuiltSite): string[] {
  const names = feedFormatKeys.map((format) => feedFormats[format].file as string);
  return [...files].filter((file) => names.includes(file.slice(file.lastIndexOf("/") + 1)));
}

const FOLLOWED: readonly PageType[] = ["digest index", "topic", "offering", "organization", "author"];

/** Pages that have feeds of their own beside them; those beside the home page are the whole site's. */
export function followedPages({ pages }: BuiltSite): BuiltPage[] {
  return pages.filter((page) => FOLLOWED.includes(typeOf(page)));
}

export function namingViolations(site: BuiltSite): Violation[] {
  const documents = site.pages.filter(({ isRedirect }) => !isRedirect);
  const named = new Set(documents.flatMap((page) => [...namedIn(page, site).keys()]));
  return [
    ...documents.flatMap((page) => missingNames(page, "/", site)),
    ...followedPages(site).flatMap((page) => missingNames(page, page.path, site)),
    ...followedPages(site).flatMap((page) => missingLinks(page, site)),
    ...feedFilesOf(site)
      .filter((file) => !named.has(`/${file}`))
      .map((file) => ({ where: file, message: "no page names this feed" })),
  ];
}

/** Media types of the feeds that a page's head names, by path. */
function namedIn(page: BuiltPage, site: BuiltSite): ReadonlyMap<string, string | undefined> {
  const alternates = elementsOf(page, "link").filter((link) => relOf(link).includes("alternate"));
  return new Map(alternates.map(({ attributes }) => [pathIn(attributes["href"] ?? "", site), attributes["type"]]));
}

function missingNames(page: BuiltPage, folder: string, site: BuiltSite): Violation[] {
  const named = namedIn(page, site);
  return feedFormatKeys
    .map((format) => feedFormats[format])
    .filter(({ file, type }) => named.get(`${folder}${file}`) !== type)
    .map(({ label }) =>
      violationOf(page, `its head does not name the ${label} feed of ${folder === "/" ? "all news" : "the page"}`),
    );
}

function missingLinks(page: BuiltPage, site: BuiltSite): Violation[] {
  const linked = new Set(elementsOf(page, "a").map(({ attributes }) => pathIn(attributes["href"] ?? "", site)));
  return feedFormatKeys
    .map((format) => feedFormats[format])
    .filter(({ file }) => !linked.has(`${page.path}${file}`))
    .map(({ label }) => violationOf(page, `has no link to its ${label} feed`));
}

/** The path of the site at an address in a page, as it reads; empty for one of elsewhere. */
function pathIn(address: string, site: BuiltSite): string {
  return decodePercent(pathOfAddress(site, address, site.url) ?? "") ?? "";
}
