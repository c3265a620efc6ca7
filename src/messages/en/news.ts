import { dateBases } from "../../vocab/basis.ts";
import { labelsOf } from "../../vocab/vocab.ts";
import { onPage, stories } from "./entries.ts";
import { plural } from "./format.ts";

/** What follows a number of stories, or names a list of them. */
const ofYear = (year: number | undefined) => (year === undefined ? "without a date" : `of ${year}`);

/** A story, and lists of stories. */
export const news = {
  latest: "Latest",
  latestStories: "Latest stories",
  allNews: "All news",
  newestFirst: (count: string) => `${count}, newest first`,
  noStories: "No stories yet.",
  archive: "Archive",
  /** Stands in a list before the day of curation, where nobody stated one of publication. */
  curatedOn: (date: string) => `added ${date}`,
  /** Before the names of other sources that tell of the same event. */
  alsoIn: "Also in",
  list: {
    title: (page: number, pages: number) => `News${onPage(page, pages)}`,
    description: (subject: string, page: number, pages: number) =>
      `Curated stories on ${subject}, newest first${onPage(page, pages)}.`,
  },
  /** Of the archive of all stories. */
  year: {
    heading: (year: number) => `News of ${year}`,
    undatedHeading: "Stories without a date",
    undatedTitle: "News without a stated date",
    description: (subject: string, year: number) => `Stories on ${subject} published in ${year}.`,
    undatedDescription: (subject: string) => `Stories on ${subject} whose source states no date of publication.`,
    byDayOfCuration: "By day added",
    monthNotStated: "Month not stated",
  },
  /** Stories of one topic, organization or author by year. */
  years: {
    heading: "Years",
    earlier: "Earlier",
    byYear: "By year",
    dateNotStated: "Date not stated",
    stories: "Stories",
    /** To follow the name of their owner in a title, in place of a year. */
    undated: "undated",
    all: (count: number, year: number | undefined) => `All ${stories(count)} ${ofYear(year)}`,
    pageHeading: (year: number | undefined) => `Stories ${ofYear(year)}`,
    /** Those without a date are in the order of their curation. */
    count: (count: number, year: number | undefined) => `${stories(count)}, ${orderOf(year)}`,
    title: (name: string, year: string, page: number, pages: number) => `${name}: ${year}${onPage(page, pages)}`,
    breadcrumb: (year: string, page: number) => (page === 1 ? year : `${year}, page ${page}`),
    description: {
      topic: describeYear("on"),
      organization: describeYear("from"),
      author: describeYear("by"),
    },
  },
  story: {
    /** Of an offering beside the story. */
    isAbout: "what the story is about",
    named: "named by the curator",
    rebuiltHeadline: "The headline was rebuilt from the address; capitals and punctuation may differ.",
    sameEvent: "The same event:",
    sourceGone: "Source gone",
    excerpt: "Excerpt",
    insights: "What the curator says",
    findCopy: (archive: string) => `Look for a copy at ${archive}`,
    /** Before and behind the dead link to the source. */
    formerAddress: ["It was at ", "."],
    read: (host: string) => `Read the original at ${host}`,
    document: (size: string) => `Read the document (PDF, ${size})`,
    source: "Source",
    via: "Via",
    published: "Published",
    curated: "Added",
    updated: "Updated",
    author: (count: number) => plural(Math.max(1, count), { one: "Author", other: "Authors" }),
    about: "About",
    institution: "Institution",
    note: "Note",
    offerings: "Related offerings",
    similar: "Stories like this",
  },
  /** How the date of publication is known. */
  dateBases: labelsOf(dateBases),
};

function orderOf(year: number | undefined): string {
  return year === undefined ? "by day added" : "newest first";
}

/** `12 stories of 2024 on FHIR, newest first, page 2 of 3.` */
function describeYear(preposition: string) {
  return (name: string, count: number, year: number | undefined, page: number, pages: number) =>
    `${stories(count)} ${ofYear(year)} ${preposition} ${name}, ${orderOf(year)}${onPage(page, pages)}.`;
}
