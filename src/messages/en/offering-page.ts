import { counted } from "./format.ts";

/** The page of one offering. */
export const offeringPage = {
  /** What its feeds hold. */
  feeds: (name: string) => `${name}: news`,
  /** Before and behind the link to the vendor. */
  vendor: ["by ", ""],
  formerly: (names: string) => `, formerly ${names}`,
  replaces: "Takes the place of:",
  feedLinks: "Feeds of the news on this offering",
  facts: "Facts",
  labels: {
    kind: "Kind",
    licence: "Licence",
    standards: "Standards",
    status: "Status",
    homepage: "Homepage",
    repository: "Repository",
    product: "Interface of",
    apis: "Its interface",
    interfaces: "Interface",
    certified: "ONC certified",
    certifiedOf: (vendor: string) => `Certified products of ${vendor}`,
    notStated: "Not stated",
  },
  /** Facts that are not stated, in a row. */
  unknown: {
    licence: "licence",
    standards: "standards",
    status: "status",
    homepage: "homepage",
    repository: "repository",
  },
  listings: (count: number) => counted(count, { one: "listing", other: "listings" }),
  /** Before the links to pages. */
  evidence: "Seen at",
  /** Before and behind the day. */
  added: ["In the catalog since ", "."],
  generalKnowledge: "From general knowledge; no page was recorded as evidence.",
  notChecked: "Not checked with the vendor.",
  alternatives: "Alternatives",
  noAlternatives: "None found: it shares no topic with another entry of its kind.",
  allOfKind: "See all of its kind",
  /** Why another is an alternative, before what both have: within a line, of a licence that costs nothing. */
  licenceFamily: (label: string) => label.toLowerCase(),
  sameKind: "same kind",
  isSuccessor: "its successor",
  comparison: "Compared with its alternatives",
  compareAll: "Compare all that is known about them",
  news: "In the news",
  noNews: "No story names it yet.",
};
