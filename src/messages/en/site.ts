/** What every page has: its frame, the words for what the site consists of, and what parts of many pages say. */
import { counted, format } from "./format.ts";

export const site = {
  skip: "Skip to content",
  navigation: "Main",
  searchForm: "The site",
  searchBox: "Search",
  searchHint: "Stories, offerings, topics",
  searchButton: "Search",
  breadcrumbs: "Breadcrumb",
  dataAlternate: "Data as JSON",
  /** The feeds that every page names. */
  allNews: (site: string) => `${site}: all news`,
  sections: {
    home: "Home",
    news: "News",
    topic: "Topics",
    offering: "Offerings",
    organization: "Organizations",
    about: "About",
  },
  counts: {
    news: (count: number) => counted(count, { one: "story", other: "stories" }),
    topic: (count: number) => counted(count, { one: "topic", other: "topics" }),
    offering: (count: number) => counted(count, { one: "offering", other: "offerings" }),
    organization: (count: number) => counted(count, { one: "organization", other: "organizations" }),
  },
  /** In place of what nobody stated. */
  notStated: "not stated",
  editEntry: "Edit this entry",
  filters: "Filters",
  clearFilters: "Clear filters",
  /** The links from page to page of a long list. */
  pages: "Pages",
  page: (page: number) => `Page ${page}`,
  /** Ends a list that has more entries. */
  andMore: (count: number) => `and ${format.count(count)} more`,
  footer: {
    /** Before and behind the link to the licence. */
    licence: ["Summaries ", ". Excerpts belong to their publishers."],
    feeds: "Feeds",
    following: "Your lists",
    offline: "Read offline",
    data: "Data",
    organizations: "Organizations",
    propose: "Propose a story",
    build: "This build",
  },
};
