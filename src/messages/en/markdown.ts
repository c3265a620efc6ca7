/** What the pages as Markdown say around what their views have. */
import type { Around } from "../around.ts";
import { counted, format } from "./format.ts";

export const markdown = {
  /** In the head of each. */
  licence: (name: string, url: string) => `${name} (${url}); excerpts belong to their publishers`,
  notStated: "not stated",
  feeds: "Feeds",
  topics: "Topics",
  offerings: "Offerings",

  rows: {
    topics: (names: string) => `Topics: ${names}`,
    dateNotStated: "date not stated",
    alsoIn: " Also in ",
    /** Between the name of an offering and that of its vendor. */
    by: " by ",
    successor: [" Successor: ", "."] satisfies Around,
    now: (name: string) => ` Now ${name}`,
    more: (count: number) => `and ${format.count(count)} more`,
  },

  story: {
    document: "Document",
    sameEvent: "The same event",
    copy: "Copy",
    /** Before the address of an archive, which nobody has asked. */
    perhapsAt: "perhaps at ",
    /** Around the link to the source. */
    quoted: ["Quoted from ", "; it belongs to its publisher."] satisfies Around,
    insightsBy: (names: string) => `By ${names}`,
    gone: (asOf: string) => `, no longer there, ${asOf}`,
  },

  lists: {
    /** `12,345 stories; page 2 of 9.` */
    onPage: (count: string, page: number, pages: number) =>
      `${count}; page ${format.count(page)} of ${format.count(pages)}.`,
    newer: "Newer stories",
    older: "Older stories",
    /** Whose stories or lists these are. */
    of: "Of",
    columns: ["Name", "Vendor", "Kind", "Licence", "Standards", "Interface", "Access", "Documentation", "Status"],
    previous: "Previous page",
    next: "Next page",
    by: (facet: string) => `By ${facet.toLowerCase()}`,
    more: "More: ",
  },

  digest: {
    soFar: (counts: string) => `${counts} so far`,
    /** Behind the name of a new offering, before that of its vendor. */
    kindBy: (kind: string) => `: ${kind} by `,
  },

  /** Beside the labels of its page. */
  offering: {
    /** Behind an address that nobody but a list of certified products states. */
    onCertifiedList: " (named on the ONC list of certified products)",
    listedBy: (source: string) => ` Listed by ${source}.`,
    seenAt: " Seen at ",
    vendor: "Vendor",
    formerly: "Formerly",
    replaces: "Takes the place of",
    added: (day: string) => `In the catalog since ${day}.`,
    changes: "What changed:",
    listedAs: (product: string, developer: string) => `Listed as “${product}” by ${developer}`,
    listingColumns: ["Version", "Certified", "Status", "Product number"],
    apiDocumentation: "API documentation: ",
    criteria: (count: number, versions: string) =>
      `${counted(count, { one: "criterion", other: "criteria" })} met by ${versions}:`,
  },

  resource: {
    offering: "Offering",
    vendor: "Vendor",
    interface: "Interface",
  },

  organization: {
    type: "Type",
  },

  topic: {
    vocabulary: "Vocabulary",
    sameSubject: "The same subject in other vocabularies, whose entries are gathered here too",
    broader: "Part of",
    narrower: "Parts",
    news: "News",
  },

  data: {
    shapes: "Every address and shape",
    version: "Version",
    pageSize: "Records on a page of a list, at most",
    listFields: "Fields of a page of a list",
    interfacesAre: "Every interface whose address is known, as a link set after RFC 9264; declared, not tested.",
    discoveryIs: "By the API catalog of RFC 9727, and by APIs.json.",
  },

  compareNeedsBrowser:
    " A comparison needs a browser; the page of an offering that has alternatives has a table of them.",
  /** Before the link to the feeds. */
  followingNeedsBrowser: " The lists need a browser; feeds do the same for every topic, offering and organization: ",
  searchNeedsBrowser: " A search needs a browser; everything that it could find is in these lists.",
  allNews: "All news: ",
  allTopics: "All topics: ",
};
