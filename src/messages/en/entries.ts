import { counted, plural } from "./format.ts";

export const stories = (count: number) => counted(count, { one: "story", other: "stories" });
export const offerings = (count: number) => counted(count, { one: "offering", other: "offerings" });

/** What follows the title of a list on all its pages but the first. */
export const onPage = (page: number, pages: number) => (page === 1 ? "" : `, page ${page} of ${pages}`);

/** What pages of more than one kind of entry share. */
export const entries = {
  stories,
  offerings,
  topics: (count: number) => counted(count, { one: "topic", other: "topics" }),
  organizations: (count: number) => counted(count, { one: "organization", other: "organizations" }),
  notStated: "not stated",
  /** To follow the name of a source. */
  dateNotStated: "date not stated",
  byLetter: "By letter",
  facts: "Facts",
  authors: "Authors",
  pagination: {
    page: (page: number) => `Page ${page}`,
    pageOf: (page: number, pages: number) => `Page ${page} of ${pages}`,
    newer: "Newer",
    older: "Older",
  },
  deadLink: {
    gone: "no longer there",
    /** The day on which that was found, in the sentences below. */
    asOf: (date: string) => `as of ${date}`,
    goneAsOf: (asOf: string) => `no longer there, ${asOf}`,
    sourceGone: (asOf: string) => `The source is no longer there, ${asOf}.`,
  },
  changes: {
    heading: "What changed",
    added: (date: string) => `Added to the catalog on ${date}`,
    /** What an interface declares otherwise, and when that was seen: by itself, and behind the name of its offering. */
    ofInterface: (changes: string, date: string) => `Interface: ${changes}; seen on ${date}`,
    ofInterfaceAfterName: (changes: string, date: string) => `, interface: ${changes}; seen on ${date}`,
  },
  /** Why an entry is in a list. */
  reasons: {
    about: (offeringNames: string) => `about ${offeringNames}`,
    alsoAbout: (offeringNames: string) => `also about ${offeringNames}`,
    sameTopics: (count: number, labels: string) =>
      `${plural(count, { one: "same topic", other: "same topics" })}: ${labels}`,
    filedUnder: (topic: string) => `filed under ${topic}`,
    putFirst: "put first by the editors",
    moreStandards: (count: number) => counted(count, { one: "more standard", other: "more standards" }),
  },
  moreOfKind: (count: number) => `${counted(count, { one: "more offering", other: "more offerings" })} of this kind`,
};
