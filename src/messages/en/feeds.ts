/** The page of all feeds, and what feeds say around the words of stories. */
import type { Around } from "../around.ts";
import { counted } from "./format.ts";

export const feeds = {
  title: "Feeds",
  /** What has feeds, within a sentence. */
  of: {
    news: "all news",
    digest: "the weekly digest",
    topics: "every topic",
    offerings: "every offering",
    organizations: "every organization",
    authors: "every author",
  },
  description: (of: string) => `Feeds of ${of}, as RSS, Atom and JSON Feed.`,
  about: (stories: string) =>
    `Copy an address into a feed reader to follow all news, or one topic. Each feed holds the ${stories} most recently added stories, in our own words.`,
  all: (format: string) => `All news, ${format}`,
  /** Around the link to the digests. */
  digest: ["The ", " has one item a week, with everything in it:"] satisfies Around,
  digestLink: "weekly digest",
  /** Between these are the names of the files of two formats. */
  formats: ["The feeds below are RSS; each has an ", " and a ", " beside it."] satisfies readonly [
    string,
    string,
    string,
  ],
  /** Behind that, of what the page does not list. */
  others: (of: string) => `There are also feeds of ${of}, linked from their pages.`,
  ofInterfaces: "Those of an offering also report changes in what its interfaces declare.",
  /** Behind the link to them. */
  outline: "The feeds of all topics as one list (OPML)",
  outlineUse: ", for a feed reader to import.",

  /** Titles of feeds, and what they hold. */
  digestOf: (site: string) => `${site}: weekly digest`,
  digestHolds: "What was added in a week, by topic, and what changed in the catalog, on the following Monday.",
  topicsOf: (site: string) => `${site}: topics`,
  ofOffering: (name: string, vendor: string) =>
    `Stories that name ${name}, by ${vendor}, and changes in what its interfaces declare.`,
  ofOrganization: (name: string) => `Stories that ${name} published.`,
  ofAuthor: (name: string) => `Stories by ${name}.`,

  rights: (licence: string) => `Summaries ${licence}; excerpts belong to their publishers`,
  /** The link for a reader who opened a feed in a browser. */
  page: (site: string) => `Read these stories on ${site}`,

  /** Of an interface of an offering. */
  declaresOtherwise: (name: string, asRead: string) =>
    `${name}: what it declares has changed, ${asRead}. Not tested by us.`,
  moreChanges: (count: number) => `${counted(count, { one: "more change", other: "more changes" })} in the data`,

  // Of a story; links and names are HTML already.
  insights: (by: string | undefined) => `What the curator says${by === undefined ? "" : `, ${by}`}`,
  article: (link: string, published: string | undefined) => `Read the original at ${dated(link, published)}.`,
  goneArticle: (host: string, published: string | undefined, asOf: string, archive: string) =>
    `The page at ${host}${published === undefined ? "" : ` (${published})`} is no longer there, ${asOf}. Look for a copy at ${archive}.`,
  via: (name: string) => `Via ${name}.`,
  topics: (links: string) => `Topics: ${links}`,
  offerings: (links: string) => `Offerings: ${links}`,
  institution: (link: string) => `Institution: ${link}`,
};

function dated(place: string, day: string | undefined): string {
  return day === undefined ? place : `${place}, ${day}`;
}
