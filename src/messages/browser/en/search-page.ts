/** What the page of the search says of results, and of the filters beside them. */
import { isOn as hasInterfaces } from "#facts/interfaces.ts";
import { formatCount } from "./format.ts";

export const searchAdvice =
  "Try fewer words, another spelling or the name of a standard, vendor or topic, or start from one of these lists.";

export const sortedBy = "Sorted by";
export const orders = { relevance: "relevance", date: "date" };

export const clearFilters = "Clear filters";
/** For who cannot see what a selected value is a link to. */
export const removeFilter = (label: string) => `Remove ${label}`;
export const nothingLeft = "No result has all of these. Clear a filter to see more.";
export const firstShown = (count: number) => `The first ${formatCount(count)} are shown. More words narrow the search.`;
export const showAll = (count: number) => `Show all ${formatCount(count)}`;
export const compareOffering = (name: string) => `Compare ${name}`;

/** Opens the further values of a filter. */
export const moreValues = (count: number) => `${formatCount(count)} more`;
/** Ends them. */
export const andMoreValues = (count: number) => `and ${formatCount(count)} more`;

export const tryAgain = "Try again";
export const reloadPage = "Reload the page";
export const searchesRemoved = "Recent searches removed.";

/** Headings of the hits of each kind. */
export const kindHeadings = {
  offering: "Offerings",
  topic: "Topics",
  organization: "Organizations",
  author: "Authors",
  resource: hasInterfaces ? "FHIR resources" : "",
  news: "News",
};

export const filterHeadings = {
  kind: "Kind",
  topic: "Topic",
  year: "Year",
  publisher: "Publisher",
  vendor: "Vendor",
  standard: "Standard",
  registration: "Registration",
  sandbox: "Sandbox",
  price: "Price",
  data: "Data",
  licence: "Licence",
  status: "Status",
};
