/** Every value of the filters of offerings, as links to their lists: more than the pages of the table have room for. */
import type { Catalog } from "../catalog/graph.ts";
import { listFilters } from "./offering-facets.ts";
import { buildPage } from "./page.ts";
import { filtersUrl } from "./urls.ts";

export type OfferingFiltersPageView = ReturnType<typeof buildOfferingFiltersPage>;

export function buildOfferingFiltersPage(catalog: Catalog) {
  return {
    ...buildPage({
      title: "Offerings by filter",
      description:
        "Every value that offerings can be narrowed by, from kind and standard to price, sandbox and region, with the number of offerings.",
      path: filtersUrl,
      section: "offering",
      breadcrumb: "By filter",
    }),
    heading: "Offerings by filter",
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
