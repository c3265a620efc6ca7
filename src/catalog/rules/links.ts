/** Links of our own texts into this site lead to a page of it. */
import type { FieldPath } from "../../ingest/diagnostic.ts";
import { addBase, isSitePath as isOwnPath, removeBase } from "../../lib/base-path.ts";
import { decodePercent } from "../../lib/decode-percent.ts";
import { didYouMean, nearest } from "../../lib/nearest.ts";
import { startOf } from "../../lib/partial-date.ts";
import { entityPath, isSitePath } from "../../vocab/paths.ts";
import { toAuthorIndex } from "../authors.ts";
import type { Entry } from "../entries.ts";
import { type RuleContext, warning } from "./rule.ts";

/** In place of the site's own address, where that is not known. */
const NOWHERE = new URL("https://site.invalid/");

export function* brokenLink(context: RuleContext) {
  const linking = context.entries.filter(({ insightLinks, bodyLinks }) => insightLinks || bodyLinks);
  if (linking.length === 0) return;
  const pages = pagesOf(context);
  for (const entry of linking) {
    yield* linksToNothing(context, pages, entry, [entry.insightsField ?? "insights"], entry.insightLinks);
    yield* linksToNothing(context, pages, entry, [], entry.bodyLinks);
  }
}

function* linksToNothing(
  context: RuleContext,
  pages: ReadonlySet<string>,
  entry: Entry,
  field: FieldPath,
  links: readonly string[] = [],
) {
  const { siteUrl = NOWHERE } = context;
  for (const href of links) {
    const path = pathOfLink(href, entityPath(entry.kind, entry.slug), siteUrl);
    if (path === undefined || isPage(path, pages, context)) continue;
    const near = nearest(path, pages);
    yield warning(entry, field, {
      message: `The link '${href}' leads to no page of the site`,
      fix: didYouMean(near) ?? "Correct the address, or remove the link",
      within: href,
    });
  }
}

/** The path of the site that a link on the page at `page` leads to; undefined for one within its text or to elsewhere. */
function pathOfLink(href: string, page: string, siteUrl: URL): string | undefined {
  if (href.startsWith("#")) return undefined;
  const base = siteUrl.pathname;
  const url = URL.parse(isOwnPath(href) ? addBase(base, href) : href, new URL(addBase(base, page), siteUrl));
  const path = url?.host === siteUrl.host ? removeBase(base, url.pathname) : undefined;
  return path === undefined ? undefined : (decodePercent(path)?.normalize("NFC") ?? path);
}

/** Everything that has a page of its own or leads to one, except what `isSitePath` knows. */
function pagesOf({ entries, authorNames, buildDate }: RuleContext): ReadonlySet<string> {
  const identify = toAuthorIndex(authorNames);
  const pages = new Set<string>();
  for (const { kind, slug, data } of entries) {
    if (data.draft || ("date" in data && data.date > buildDate)) continue;
    for (const path of [entityPath(kind, slug), ...data.aliases]) pages.add(path);
    if (!("authors" in data)) continue;
    for (const name of data.authors) pages.add(entityPath("author", identify(name).slug));
    if (data.published !== "unknown") pages.add(entityPath("news", startOf(data.published).slice(0, 4)));
  }
  return pages;
}

/** Files that a page has beside it, or would be called by, and those of the whole site. */
const BESIDE =
  /\/(?:index\.(?:md|html)|feed\.(?:xml|json)|atom\.xml|card\.png)$|^\/(?:feeds\/)?[\w-]+\.(?:txt|xml|opml)$/;

/** A file beside a page, such as its feed, is there when the page is. */
function isPage(path: string, pages: ReadonlySet<string>, { images }: RuleContext): boolean {
  if (path.startsWith("/images/")) return images.has(path.slice("/images/".length));
  const folder = BESIDE.test(path) ? path.slice(0, path.lastIndexOf("/") + 1) : path.replace(/(?<!\/)\/?$/, "/");
  if (pages.has(folder)) return true;
  const [, first, second = ""] = folder.split("/");
  const isListed = first === "author" || (first === "news" && /^\d{4}$/.test(second));
  return !isListed && isSitePath(folder);
}
