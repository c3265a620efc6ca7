import { counted, format } from "./format.ts";

/** The table of offerings, its filters, and the page of each of their values. */
export const offeringIndex = {
  description: (subject: string) =>
    `Products, services and open-source projects related to ${subject}, by kind, standard, access, price and vendor.`,
  heading: (filter: string, value: string) => `${filter}: ${value}`,
  facetTitle: (filter: string, value: string) => `Offerings by ${filter.toLowerCase()}: ${value}`,
  facetDescription: (subject: string, filter: string, value: string, count: number) =>
    `Offerings related to ${subject} by ${filter.toLowerCase()}: ${value}. ${counted(count, { one: "entry", other: "entries" })}.`,
  /** A title, or a sentence without its full stop, of a page behind the first. */
  paged: (text: string, page: number, pages: number) => `${text}, page ${page} of ${pages}`,
  /** In the breadcrumbs. */
  page: (page: number) => `Page ${page}`,
  headingOfPage: (heading: string, page: number) => `${heading}, page ${page}`,
  /** `60 stated by the vendor` */
  knownBy: (count: number, by: string) => `${format.count(count)} ${by}`,
  compare: "Compare offerings side by side",
  allFilters: "All filters",
  openFilters: "Filter by kind, standard, price and more",
  byLetter: "By letter",
  clear: "Clear filters",
  /** Before the orders to choose from. */
  sortedBy: "Sorted by",
  orders: {
    name: "name",
    access: "ease of access",
    price: "price",
    vendor: "vendor",
    kind: "kind",
    licence: "licence",
    writes: "writable resource types",
  },
  noneLeft: "No offering has all of these. Clear a filter to see more.",
  previous: "Previous",
  next: "Next",
  filters: {
    kind: "Kind",
    standard: "Standard",
    basis: "How the standard is known",
    registration: "Registration",
    price: "Price",
    sandbox: "Sandbox",
    authentication: "Authentication",
    data: "Data",
    region: "Region",
    licence: "Licence",
    has: "Has",
    status: "Status",
    topic: "Topic",
    vendor: "Vendor",
  },
  notStated: "Not stated",
  possessions: {
    documentation: "Documentation",
    interface: "A declared interface",
    write: "Writable resource types",
  },
  /** Where the values are that a page has no room for. */
  all: {
    authentication: "All ways to authenticate",
    data: "All kinds of data",
    region: "All regions",
    topic: "All topics",
    vendor: "All organizations",
  },
  /** The page with every value of every filter. */
  filtersPage: {
    title: "Offerings by filter",
    description:
      "Every value that offerings can be narrowed by, from kind and standard to price, sandbox and region, with the number of offerings.",
    breadcrumb: "By filter",
    empty: "No offerings yet.",
  },
};
