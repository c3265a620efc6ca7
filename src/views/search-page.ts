import type { Catalog } from "../catalog/graph.ts";
import { listResourceTypes, offeringsOf } from "../catalog/resource-types.ts";
import { hasSection } from "../config/settings.ts";
import { getMessages } from "../messages/messages.ts";
import type { EntityKind } from "../vocab/entity-kind.ts";
import { isPublished } from "../vocab/published-paths.ts";
import { yearLinks } from "./news-list-page.ts";
import { facetLinks } from "./offering-facets.ts";
import { buildPage } from "./page.ts";
import { busiestTopics, type CountedLink } from "./parts.ts";
import { indexUrl, resourceUrl, searchUrl } from "./urls.ts";

const LISTED_TOPICS = 15;
const LISTED_RESOURCES = 15;

export type SearchPageView = ReturnType<typeof buildSearchPage>;

/** Before anything is typed, and without script, the page is a way to everything that a search could find. */
export function buildSearchPage(catalog: Catalog) {
  const { search: messages } = getMessages();
  const resources = commonResourceTypes(catalog);
  return {
    ...buildPage({
      title: messages.title,
      description: messages.description(resources.length > 0),
      path: searchUrl,
    }),
    quickLinks: listQuickLinks(catalog),
    lists: [
      { heading: messages.lists.years, links: yearLinks(catalog) },
      {
        heading: hasSection("news") ? messages.lists.topics : messages.lists.topicsOfOfferings,
        links: busiestTopics(catalog, LISTED_TOPICS),
      },
      { heading: messages.lists.kinds, links: facetLinks(catalog, "kind") },
      { heading: messages.lists.standards, links: facetLinks(catalog, "standard") },
      { heading: messages.lists.resources, links: resources },
    ].filter(({ links }) => links.length > 0),
  };
}

/** The FHIR resource types that most offerings declare; the page of each lists the others. */
function commonResourceTypes(catalog: Catalog): CountedLink[] {
  return listResourceTypes(catalog)
    .map((resourceType) => ({
      href: resourceUrl(resourceType.type),
      label: resourceType.type,
      count: offeringsOf(resourceType).length,
    }))
    .sort((a, b) => b.count - a.count)
    .slice(0, LISTED_RESOURCES);
}

/** Ways in for a reader without script or without a match. */
export function listQuickLinks({ news, topics, offerings, organizations }: Catalog) {
  const { search, site } = getMessages();
  const toQuickLink = (kind: EntityKind, { length }: readonly unknown[]) => ({
    href: indexUrl(kind),
    label: site.sections[kind],
    text: search.ways[kind](length),
  });
  return [
    toQuickLink("news", news),
    toQuickLink("topic", topics),
    toQuickLink("offering", offerings),
    toQuickLink("organization", organizations),
  ].filter(({ href }) => isPublished(href));
}
