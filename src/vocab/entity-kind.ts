/** Facets of offerings, whose values have pages such as `/offering/kind/fhir-server/`; in the order of the filters. */
export const facetNames = [
  "kind",
  "standard",
  "registration",
  "price",
  "sandbox",
  "authentication",
  "data",
  "region",
  "licence",
  "has",
  "status",
] as const;
export type FacetName = (typeof facetNames)[number];

/**
 * The kinds of entity, by the first segment of their URLs, with their folder in `content/` and the slugs that the site
 * reserves for its own files, such as `index` for the `index.json` beside the entities.
 */
export const entityKinds = {
  news: { folder: "news", label: "News item", plural: "News", reserved: ["index", "page", "undated"] },
  offering: {
    folder: "offerings",
    label: "Offering",
    plural: "Offerings",
    reserved: ["index", "page", "filters", ...facetNames],
  },
  topic: { folder: "topics", label: "Topic", plural: "Topics", reserved: ["index"] },
  organization: {
    folder: "organizations",
    label: "Organization",
    plural: "Organizations",
    reserved: ["index"],
  },
} as const;

export type EntityKind = keyof typeof entityKinds;
export const entityKindKeys = Object.keys(entityKinds) as EntityKind[];

/** As messages name it: `news item`. */
export function nounOf(kind: EntityKind): string {
  return entityKinds[kind].label.toLowerCase();
}

/** The kinds that have a page and data for each: authors have no files in `content/`. */
export const publishedKinds = [...entityKindKeys, "author"] as const;
export type PublishedKind = (typeof publishedKinds)[number];

/** Paths of pages that are not entities; no alias may stand on them. */
export const fixedPaths: readonly string[] = [
  "/",
  "/news/",
  "/topic/",
  "/offering/",
  "/offering/filters/",
  "/organization/",
  "/search/",
  "/compare/",
  "/following/",
  "/about/",
  "/feeds/",
  "/offline/",
  "/digest/",
  "/api/",
  "/404/",
];
