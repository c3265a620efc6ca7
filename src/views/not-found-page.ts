import type { Catalog } from "../catalog/graph.ts";
import { buildPage } from "./page.ts";
import { listQuickLinks } from "./search-page.ts";

export function buildNotFoundPage(catalog: Catalog) {
  return {
    ...buildPage({ title: "Page not found", description: "There is no page at this address.", path: undefined }),
    quickLinks: listQuickLinks(catalog),
  };
}
