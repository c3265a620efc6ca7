/** What the search says below the box of every page alone. */

export const resultsList = "Results";
export const removeSearches = "Remove recent searches";
export const searchesRemoved = "Recent searches removed";

/** What a hit is, in one word. */
export const kindNames = {
  offering: "Offering",
  news: "Story",
  topic: "Topic",
  organization: "Organization",
  author: "Author",
  resource: "Resource",
};
