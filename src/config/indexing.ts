/**
 * Which stories search engines may show. `always`: every one. `original`: those
 * with enough words of the curator's own; a page that is mostly a quotation is
 * a copy of its source, and is left out of the sitemap too.
 */
export const indexingPolicies = ["always", "original"] as const;

export type IndexingPolicy = (typeof indexingPolicies)[number];
