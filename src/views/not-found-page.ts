import type { Catalog } from "../catalog/graph.ts";
import { getMessages } from "../messages/messages.ts";
import { buildPage } from "./page.ts";
import { listQuickLinks } from "./search-page.ts";

export function buildNotFoundPage(catalog: Catalog) {
  const { title, description } = getMessages().lost;
  return {
    ...buildPage({ title, description, path: undefined }),
    quickLinks: listQuickLinks(catalog),
  };
}
