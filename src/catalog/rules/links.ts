/** Links of our own texts into this site lead to a page of it. */
import { didYouMean, nearest } from "../../lib/nearest.ts";
import { startOf } from "../../lib/partial-date.ts";
import { entityPath, isSitePath } from "../../vocab/paths.ts";
import { toAuthorIndex } from "../authors.ts";
import { entriesOf, type RuleContext, warning } from "./rule.ts";

/** Any host will do: what leaves it leads off the site. */
const SITE = "https://site.invalid";

export function* brokenLink(context: RuleContext) {
  const linking = entriesOf(context.entries, "news").filter(({ insightLinks = [] }) => insightLinks.length > 0);
  if (linking.length === 0) return;
  const pages = pagesOf(context);
  for (const entry of linking) {
    for (const href of new Set(entry.insightLinks)) {
      const url = href.startsWith("#") ? null : URL.parse(href, SITE + entityPath("news", entry.slug));
      if (url?.origin !== SITE) continue;
      const path = decoded(url.pathname);
      if (isPage(path, pages, context)) continue;
      const near = nearest(path, pages);
      yield warning(entry, ["insights"], {
        message: `The link '${href}' leads to no page of the site`,
        fix: didYouMean(near) ?? "Correct the address, or remove the link",
        within: href,
      });
    }
  }
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

/** A file beside a page, such as its feed, is there when the page is. */
function isPage(path: string, pages: ReadonlySet<string>, { images }: RuleContext): boolean {
  if (path.startsWith("/images/")) return images.has(path.slice("/images/".length));
  const folder = /\.[a-z]+$/.test(path) ? path.slice(0, path.lastIndexOf("/") + 1) : path.replace(/(?<!\/)\/?$/, "/");
  if (pages.has(folder)) return true;
  const [, first, second = ""] = folder.split("/");
  const isListed = first === "author" || (first === "news" && /^\d{4}$/.test(second));
  return !isListed && isSitePath(folder);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path).normalize("NFC");
  } catch {
    return path;
  }
}
