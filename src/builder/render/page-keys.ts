/** What decides the bytes of a page, and of the page as Markdown, besides the code: its view, and the file whose text it shows. */
import { hash } from "node:crypto";
import type { Catalog } from "../../catalog/graph.ts";
import { rememberLast } from "../../lib/remember-last.ts";
import { listPages, type SitePage } from "../../views/all-pages.ts";
import type { PageView } from "../../views/page.ts";
import { fileOfPage, pageViews } from "../../views/page-views.ts";
import { markdownUrl } from "../../views/urls.ts";

/** Digest of the bytes of a content file. */
type DigestOf = (file: string) => string | undefined;

/**
 * Answers for a path of the site, decoded; undefined where the page is not one
 * of many: printing it tells sooner whether it changed than asking would.
 */
export function createPageKeys(catalog: Catalog, digestOf: DigestOf): (path: string) => string | undefined {
  const pages = new Map<string, SitePage>();
  for (const page of listPages(catalog)) {
    pages.set(decodeURIComponent(page.path), page);
    pages.set(decodeURIComponent(markdownUrl(page.path)), page);
  }
  // A page and its Markdown have one key.
  const keyOf = rememberLast((page: SitePage) => toKey(catalog, page, digestOf));
  return (path) => {
    const page = pages.get(path);
    return page && keyOf(page);
  };
}

function toKey(catalog: Catalog, page: SitePage, digestOf: DigestOf): string | undefined {
  const view = viewOf(catalog, page);
  const file = fileOfPage(page);
  return (
    view && hash("sha256", JSON.stringify([view, page.modified, file && digestOf(file)]), "base64url").slice(0, 22)
  );
}

/** Without the text of the file, for which its digest stands: what a view makes of it depends on nothing else. */
function viewOf(catalog: Catalog, page: SitePage): PageView | undefined {
  switch (page.type) {
    case "story":
      return pageViews.story(catalog, page, "");
    case "topic":
      return pageViews.topic(catalog, page, "");
    case "offering":
      return pageViews.offering(catalog, page, "");
    case "organization":
      return pageViews.organization(catalog, page);
    case "author":
      return pageViews.author(catalog, page);
    case "news list":
      return pageViews["news list"](catalog, page);
    case "news year":
      return pageViews["news year"](catalog, page);
    case "facet":
      return pageViews.facet(catalog, page);
    default:
      return undefined;
  }
}
