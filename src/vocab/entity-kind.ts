/**
 * The kinds of entity: their folder in `content/`, their URL segment and the
 * slugs that the site needs for pages of its own.
 */
export const entityKinds = {
  news: { folder: "news", segment: "news", label: "News item", plural: "News", reserved: ["page", "undated"] },
  offering: {
    folder: "offerings",
    segment: "offering",
    label: "Offering",
    plural: "Offerings",
    reserved: ["kind", "licence", "standard", "status"],
  },
  topic: { folder: "topics", segment: "topic", label: "Topic", plural: "Topics", reserved: [] },
  organization: {
    folder: "organizations",
    segment: "organization",
    label: "Organization",
    plural: "Organizations",
    reserved: [],
  },
} as const;

export type EntityKind = keyof typeof entityKinds;
export const entityKindKeys = Object.keys(entityKinds) as EntityKind[];

/** Paths of pages that are not entities; no alias may stand on them. */
export const fixedPaths: readonly string[] = [
  "/",
  "/news/",
  "/topic/",
  "/offering/",
  "/organization/",
  "/search/",
  "/about/",
  "/feeds/",
  "/404/",
];
