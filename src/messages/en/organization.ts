import { format } from "./format.ts";

/** Organizations: publishers and vendors. */
export const organization = {
  index: {
    description: "Publishers of the stories and vendors of the offerings, by name.",
    /** With how many there are. */
    lead: (count: string) => `${count}: publishers of the stories and vendors of the offerings`,
  },
  /** Where nobody described it; `counts` are `3 stories` and `1 offering`. */
  description: (name: string, counts: readonly string[]) => `${name}: ${format.list(counts)} in the catalog.`,
  feed: (name: string) => `${name}: stories`,
  feeds: "Feeds of what it publishes",
  published: "Published",
  allPublished: "All published stories",
  /** Stories that concern it, and others on what it offers. */
  about: "In the news",
  onOfferings: "On its offerings",
  empty: "Nothing in the catalog yet.",
  homepage: "Homepage",
  hosts: "Hosts",
  /** In a list that the catalog has facts from. */
  legalName: "Listed as",
  alsoKnownAs: "Also known as",
};
