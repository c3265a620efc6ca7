/** Every value of the filters of offerings, as links to their lists: more than the pages of the table have room for. */
import type { Catalog } from "../catalog/graph.ts";
import { getMessages } from "../messages/messages.ts";
import { listFilters } from "./offering-facets.ts";
import { buildPage } from "./page.ts";
import { filtersUrl } from "./urls.ts";

export type OfferingFiltersPageView = ReturnType<typeof buildOfferingFiltersPage>;

export function buildOfferingFiltersPage(catalog: Catalog) {
  const { title, description, breadcrumb, empty } = getMessages().offeringIndex.filtersPage;
  return {
    ...buildPage({
      title,
      description,
      path: filtersUrl,
      section: "offering",
      breadcrumb,
    }),
    heading: title,
    empty,
    /** Topics and vendors have indexes of their own. */
    filters: listFilters(catalog)
      .filter(({ name, options }) => name !== "topic" && name !== "vendor" && options.length > 0)
      .map(({ name, label, options }) => ({
        name,
        label,
        links: options.map(({ href, label: value, count }) => ({ href, label: value, count })),
      })),
  };
}
