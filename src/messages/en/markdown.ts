/** What the pages as Markdown say around what their views have. */
import type { Around } from "../around.ts";
import { counted, format } from "./format.ts";

export const markdown = {
  /** In the head of each. */
  licence: (name: string, url: string) => `${name} (${url}); excerpts belong to their publishers`,
  notStated: "not stated",
  feeds: "Feeds",
  topics: "Topics",
  changes: "What changed",
  latestStories: "Latest stories",
  offerings: "Offerings",
  authors: "Authors",
  notTested: "Not tested by us.",

  rows: {
    topics: (names: string) => `Topics: ${names}`,
    dateNotStated: "date not stated",
    alsoIn: " Also in ",
    /** Between the name of an offering and that of its vendor. */
    by: " by ",
    successor: [" Successor: ", "."] satisfies Around,
    now: (name: string) => ` Now ${name}`,
    more: (count: number) => `and ${format.count(count)} more`,
    earlier: "Earlier",
    byYear: "By year",
  },

  story: {
    source: "Source",
    via: "Via",
    published: "Published",
    curated: "Added",
    about: "About",
    institution: "Institution",
    document: "Document",
    sameEvent: "The same event",
    copy: "Copy",
    /** Before the address of an archive, which nobody has asked. */
    perhapsAt: "perhaps at ",
    note: "Note",
    offerings: "Related offerings",
    similar: "Stories like this",
    excerpt: "Excerpt",
    /** Around the link to the source. */
    quoted: ["Quoted from ", "; it belongs to its publisher."] satisfies Around,
    insights: "What the curator says",
    insightsBy: (names: string) => `By ${names}`,
    gone: (asOf: string) => `, no longer there, ${asOf}`,
  },

  lists: {
    /** `12,345 stories; page 2 of 9.` */
    onPage: (count: string, page: number, pages: number) =>
      `${count}; page ${format.count(page)} of ${format.count(pages)}.`,
    noStories: "No stories yet.",
    noOfferings: "No offerings yet.",
    newer: "Newer stories",
    older: "Older stories",
    archive: "Archive",
    dateNotStated: "Date not stated",
    /** Whose stories or lists these are. */
    of: "Of",
    years: "Years",
    columns: ["Name", "Vendor", "Kind", "Licence", "Standards", "Interface", "Access", "Documentation", "Status"],
    notOnRecord: "not on record",
    previous: "Previous page",
    next: "Next page",
    by: (facet: string) => `By ${facet.toLowerCase()}`,
    more: "More: ",
  },

  digest: {
    none: "No digest yet.",
    soFar: (counts: string) => `${counts} so far`,
    isNotOver: (end: string) => `The week is not over: what is added until ${end} will appear here.`,
    changes: "Catalog changes",
    added: "New in the catalog",
    /** Behind the name of a new offering, before that of its vendor. */
    kindBy: (kind: string) => `: ${kind} by `,
    more: (count: number) => `${format.count(count)} more in the data`,
  },

  /** Beside the labels of its page. */
  offering: {
    access: "Access",
    interface: "Interface",
    documentation: "Documentation",
    /** Behind an address that nobody but a list of certified products states. */
    onCertifiedList: " (named on the ONC list of certified products)",
    listedBy: (source: string) => ` Listed by ${source}.`,
    seenAt: " Seen at ",
    vendor: "Vendor",
    formerly: "Formerly",
    replaces: "Takes the place of",
    added: (day: string) => `In the catalog since ${day}.`,
    gaps: (version: string, gaps: string) =>
      `Required of servers (SHALL) by US Core ${version} but not declared: ${gaps}.`,
    changes: "What changed:",
    /** Around the link to the data. */
    leftOut: (names: string): Around => ["Only in ", `: ${names}.`],
    data: "the data",
    certifiedFacts: "Certified facts",
    reported: "Reported addresses",
    /** Behind the link to who reports it. */
    reportedAs: (asOf: string) =>
      `, ${asOf}: requests to these addresses succeeded; what they returned is not stated. Not tested by us.`,
    implied: "What the certification implies",
    /** Around the link to the source. */
    impliedBy: (asOf: string): Around => [
      `What a product must support to meet its criteria; not stated by the vendor. As of ${asOf}, `,
      ".",
    ],
    impliedColumns: ["Standard", "Version", "Criterion", "Rule", "Adoption"],
    listedAs: (product: string, developer: string) => `Listed as “${product}” by ${developer}`,
    listingColumns: ["Version", "Certified", "Status", "Product number"],
    apiDocumentation: "API documentation: ",
    criteria: (count: number, versions: string) =>
      `${counted(count, { one: "criterion", other: "criteria" })} met by ${versions}:`,
  },

  resource: {
    declared: (summary: string) => `${summary}. As declared; not tested by us.`,
    type: "Resource type",
    offering: "Offering",
    vendor: "Vendor",
    interface: "Interface",
    read: "Read",
    searched: "Searched by",
    write: "Write",
    yes: "yes",
    types: "Declared resource types",
  },

  organization: {
    type: "Type",
    homepage: "Homepage",
    hosts: "Hosts",
    listedAs: "Listed as",
    alsoNamed: "Also known as",
    published: "Published",
    allPublished: "All published stories",
    stories: "Stories",
    allStories: "All stories",
    publishedBy: "Published by",
    empty: "Nothing in the catalog yet.",
    about: (count: string) => `${count}: publishers of the stories and vendors of the offerings.`,
  },

  topic: {
    vocabulary: "Vocabulary",
    sameSubject: "The same subject in other vocabularies, whose entries are gathered here too",
    broader: "Part of",
    narrower: "Parts",
    news: "News",
    allNews: "All news",
    noStories: "No stories on this topic yet.",
    keyOfferings: "Key offerings",
    allOfferings: "All offerings",
    noOfferings: "No offerings on this topic yet.",
    publishers: "Publishers",
    related: "Related topics",
    years: "Years",
    kinds: "Kinds of offering",
    standards: "Standards of offerings",
  },

  data: {
    heading: "Data",
    index: "Index",
    shapes: "Every address and shape",
    version: "Version",
    pageSize: "Records on a page of a list, at most",
    indexFields: "Fields of the index",
    listFields: "Fields of a page of a list",
    digest: "Weekly digest",
    concepts: "Topics across vocabularies",
    interfaces: "Interfaces of offerings",
    interfacesAre: "Every interface whose address is known, as a link set after RFC 9264; declared, not tested.",
    discovery: "How programs find it",
    discoveryIs: "By the API catalog of RFC 9727, and by APIs.json.",
    parts: "Parts of records",
    columns: ["Field", "Type", "Meaning"],
  },

  compare: {
    heading: "Compare offerings",
    needsBrowser: " A comparison needs a browser; the page of an offering that has alternatives has a table of them.",
  },
  /** Before the link to the feeds. */
  followingNeedsBrowser: " The lists need a browser; feeds do the same for every topic, offering and organization: ",
  searchNeedsBrowser: " A search needs a browser; everything that it could find is in these lists.",
  allNews: "All news: ",
  digestFeed: "Weekly digest",
  allTopics: "All topics: ",
};
