/** Cache keys of pages and their Markdown: a digest of the view and of the content file whose text it shows. */

import type { Catalog } from "../../catalog/graph.ts";
import { digestOf } from "../../lib/digest.ts";
import { memoizeLast } from "../../lib/memoize-last.ts";
import { listPages, type SitePage } from "../../views/all-pages.ts";
import type { PageView } from "../../views/page.ts";
import { fileOfPage, pageViews } from "../../views/page-views.ts";
import { markdownUrl } from "../../views/urls.ts";

/** Digest of the bytes of a content file. */
type FileDigest = (file: string) => string | undefined;

/** Returns the key of a decoded path; undefined for single pages, which render as fast as a key is computed. */
export function createPageKeys(catalog: Catalog, fileDigest: FileDigest): (path: string) => string | undefined {
  const pages = new Map<string, SitePage>();
  for (const page of listPages(catalog)) {
    pages.set(decodeURIComponent(page.path), page);
    pages.set(decodeURIComponent(markdownUrl(page.path)), page);
  }
  // A page and its Markdown share a key and are rendered one after the other.
  const keyOf = memoizeLast((page: SitePage) => toKey(catalog, page, fileDigest));
  return (path) => {
    const page = pages.get(path);
    return page && keyOf(page);
  };
}

function toKey(catalog: Catalog, page: SitePage, fileDigest: FileDigest): string | undefined {
  const view = viewOf(catalog, page);
  const file = fileOfPage(page);
  return view && digestOf([view, page.modified, file && fileDigest(file)]);
}

/** Built without the text of the file, which its digest represents: what a view derives from the text depends on the text alone. */
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
