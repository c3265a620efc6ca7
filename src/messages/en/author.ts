import { stories } from "./entries.ts";

/** An author. */
export const author = {
  kicker: "Author",
  description: (name: string, count: number) => `${stories(count)} by ${name} in the catalog.`,
  /** Name of the feeds, for programs that list those of a page; and before the links to them. */
  feed: (name: string) => `${name}: stories`,
  feeds: "Feeds of this author",
  stories: "Stories",
  allStories: "All stories",
  publishedBy: "Published by",
};
