import type { Catalog } from "../catalog/graph.ts";
import { listResourceTypes, offeringsOf } from "../catalog/resource-types.ts";
import { type EntityKind, entityKinds } from "../vocab/entity-kind.ts";
import { yearLinks } from "./news-list-page.ts";
import { facetLinks } from "./offering-facets.ts";
import { buildPage } from "./page.ts";
import { busiestTopics, type CountedLink, catalogCounts } from "./parts.ts";
import { indexUrl, resourceUrl, searchUrl } from "./urls.ts";

const LISTED_TOPICS = 15;
const LISTED_RESOURCES = 15;

export type SearchPageView = ReturnType<typeof buildSearchPage>;

/** Before anything is typed, and without script, the page is a way to everything that a search could find. */
export function buildSearchPage(catalog: Catalog) {
  return {
    ...buildPage({
      title: "Search",
      description: "Search stories, offerings, topics, organizations and FHIR resources; misspelt words are forgiven.",
      path: searchUrl,
    }),
    quickLinks: listQuickLinks(catalog),
    lists: [
      { heading: "News by year", links: yearLinks(catalog) },
      { heading: "Topics with most stories", links: busiestTopics(catalog, LISTED_TOPICS) },
      { heading: "Offerings by kind", links: facetLinks(catalog, "kind") },
      { heading: "Offerings by standard", links: facetLinks(catalog, "standard") },
      { heading: "FHIR resources with most offerings", links: commonResourceTypes(catalog) },
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
export function listQuickLinks(catalog: Catalog) {
  const counts = catalogCounts(catalog);
  const toQuickLink = (kind: EntityKind, order: string) => ({
    href: indexUrl(kind),
    label: entityKinds[kind].plural,
    text: `${counts[kind]}${order}`,
  });
  return [
    toQuickLink("news", ", newest first, with an archive by year"),
    toQuickLink("topic", " by vocabulary"),
    toQuickLink("offering", " by kind, standard, access and price"),
    toQuickLink("organization", " by name"),
  ];
}
