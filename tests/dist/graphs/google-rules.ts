/**
 * What Google requires and recommends for the types that we use. Left out is what no content file has a field for, such
 * as addresses and numbers of employees, and what is stated only where it is known, such as logos and authors' pages.
 */

export interface GoogleRule {
  /** The type, and every type below it that has no rule of its own. */
  readonly type: string;
  readonly required: readonly string[];
  readonly recommended: readonly string[];
}

export const googleRules: readonly GoogleRule[] = [
  {
    // https://developers.google.com/search/docs/appearance/structured-data/article
    type: "Article",
    required: [],
    recommended: ["headline", "datePublished", "dateModified", "image"],
  },
  {
    // https://developers.google.com/search/docs/appearance/structured-data/breadcrumb
    type: "BreadcrumbList",
    required: ["itemListElement"],
    recommended: [],
  },
  {
    // https://developers.google.com/search/docs/appearance/structured-data/carousel
    type: "ItemList",
    required: ["itemListElement"],
    recommended: [],
  },
  {
    // Both pages above. The last breadcrumb may have no item; the rule of breadcrumbs looks at it.
    type: "ListItem",
    required: ["position", "name"],
    recommended: [],
  },
  {
    // https://developers.google.com/search/docs/appearance/structured-data/profile-page
    type: "ProfilePage",
    required: ["mainEntity"],
    recommended: [],
  },
  {
    // https://developers.google.com/search/docs/appearance/structured-data/article#author-bp
    type: "Person",
    required: ["name"],
    recommended: [],
  },
  {
    // https://developers.google.com/search/docs/appearance/structured-data/organization
    type: "Organization",
    required: ["name"],
    recommended: [],
  },
  {
    // https://developers.google.com/search/docs/appearance/site-names
    type: "WebSite",
    required: ["name", "url"],
    recommended: [],
  },
  {
    // https://developers.google.com/search/docs/appearance/structured-data/software-app
    // It also requires offers and a rating or a review, which nobody has stated.
    type: "SoftwareApplication",
    required: ["name"],
    recommended: ["applicationCategory"],
  },
];

/** Claims that the site has no ground for on any node, whatever its type. */
export const invented: readonly string[] = [
  "aggregateRating",
  "offers",
  "price",
  "priceRange",
  "ratingValue",
  "review",
  "reviewCount",
  "reviewRating",
  "starRating",
];

/** Ended by Google, or understood by nobody: https://developers.google.com/search/updates */
export const obsolete: readonly string[] = ["SearchAction", "FAQPage", "HowTo"];
