/** What every page has: its frame, and the words for what the site consists of. */
export const site = {
  skip: "Skip to the content",
  navigation: "Main",
  searchForm: "The site",
  searchBox: "Search",
  searchHint: "Stories, offerings, topics",
  searchButton: "Search",
  breadcrumbs: "Breadcrumb",
  dataAlternate: "Data as JSON",
  sections: {
    home: "Home",
    news: "News",
    topic: "Topics",
    offering: "Offerings",
    organization: "Organizations",
    about: "About",
  },
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
