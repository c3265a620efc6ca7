/** What Google requires and recommends for the types that we use, as a table, and what of it we cannot state. */

export interface GoogleRule {
  /** The type, and every type below it that has no rule of its own. */
  readonly type: string;
  /** One of each group. */
  readonly required: readonly (readonly string[])[];
  readonly recommended: readonly string[];
  /** Limits the rule to nodes that are the main entity of a page of this type. */
  readonly on?: string;
}

export interface Unstated {
  readonly type: string;
  readonly property: string;
  /** `never`: stating it would be a mistake of this list. `often`: it is stated where it is known. */
  readonly is: "never" | "often";
  readonly why: string;
}

export const googleRules: readonly GoogleRule[] = [
  {
    // https://developers.google.com/search/docs/appearance/structured-data/article
    type: "Article",
    required: [],
    recommended: ["headline", "author", "datePublished", "dateModified", "image"],
  },
  {
    // https://developers.google.com/search/docs/appearance/structured-data/breadcrumb
    type: "BreadcrumbList",
    required: [["itemListElement"]],
    recommended: [],
  },
  {
    // https://developers.google.com/search/docs/appearance/structured-data/carousel
    type: "ItemList",
    required: [["itemListElement"]],
    recommended: [],
  },
  {
    // Both pages above. The item of the last breadcrumb may be left off; the rule of breadcrumbs looks at it.
    type: "ListItem",
    required: [["position"], ["name"]],
    recommended: [],
  },
  {
    // https://developers.google.com/search/docs/appearance/structured-data/profile-page
    type: "ProfilePage",
    required: [["mainEntity"]],
    recommended: ["dateCreated", "dateModified"],
  },
  {
    // The same page, on the one whom it shows.
    type: "Person",
    on: "ProfilePage",
    required: [["name"]],
    recommended: [
      "agentInteractionStatistic",
      "alternateName",
      "description",
      "identifier",
      "image",
      "interactionStatistic",
      "sameAs",
    ],
  },
  {
    // https://developers.google.com/search/docs/appearance/structured-data/article#author-bp
    type: "Person",
    required: [["name"]],
    recommended: ["url"],
  },
  {
    // https://developers.google.com/search/docs/appearance/structured-data/organization
    type: "Organization",
    required: [["name"]],
    recommended: [
      "address",
      "alternateName",
      "contactPoint",
      "description",
      "duns",
      "email",
      "foundingDate",
      "globalLocationNumber",
      "iso6523Code",
      "legalName",
      "leiCode",
      "logo",
      "naics",
      "numberOfEmployees",
      "sameAs",
      "taxID",
      "telephone",
      "url",
      "vatID",
    ],
  },
  {
    // https://developers.google.com/search/docs/appearance/site-names
    type: "WebSite",
    required: [["name"], ["url"]],
    recommended: ["alternateName"],
  },
  {
    // https://developers.google.com/search/docs/appearance/structured-data/software-app
    type: "SoftwareApplication",
    required: [["name"], ["offers"], ["aggregateRating", "review"]],
    recommended: ["applicationCategory", "operatingSystem"],
  },
];

const NOBODY_SAYS = "no content file has a field for it";
const WHERE_KNOWN = "only where a content file states it";

export const unstated: readonly Unstated[] = [
  { type: "Article", property: "author", is: "often", why: "the bylines of a source are not always known" },
  { type: "ProfilePage", property: "dateCreated", is: "never", why: "authors are derived from their stories" },
  { type: "ProfilePage", property: "dateModified", is: "never", why: "authors are derived from their stories" },
  ...["agentInteractionStatistic", "alternateName", "description", "identifier", "image", "interactionStatistic"].map(
    (property) => ({ type: "Person", property, is: "never" as const, why: "an author is a name and nothing else" }),
  ),
  { type: "Person", property: "sameAs", is: "never", why: "nobody states who an author is elsewhere" },
  { type: "Person", property: "url", is: "often", why: "curators have no page" },
  { type: "Organization", property: "logo", is: "often", why: "others' are not ours to show" },
  { type: "Organization", property: "sameAs", is: "never", why: NOBODY_SAYS },
  ...["alternateName", "description", "legalName", "url"].map((property) => ({
    type: "Organization",
    property,
    is: "often" as const,
    why: WHERE_KNOWN,
  })),
  ...[
    "address",
    "contactPoint",
    "duns",
    "email",
    "foundingDate",
    "globalLocationNumber",
    "iso6523Code",
    "leiCode",
    "naics",
    "numberOfEmployees",
    "taxID",
    "telephone",
    "vatID",
  ].map((property) => ({ type: "Organization", property, is: "never" as const, why: NOBODY_SAYS })),
  { type: "WebSite", property: "alternateName", is: "never", why: "the site has one name" },
  { type: "SoftwareApplication", property: "offers", is: "never", why: "no price is known, and none is invented" },
  { type: "SoftwareApplication", property: "aggregateRating", is: "never", why: "nobody rates here" },
  { type: "SoftwareApplication", property: "operatingSystem", is: "never", why: NOBODY_SAYS },
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
