import { stories } from "./entries.ts";
import { counted, format } from "./format.ts";

/** The digests of weeks. */
export const digest = {
  title: "Weekly digest",
  /** Of the feeds, behind the name of the site. */
  feed: (site: string) => `${site}: weekly digest`,
  index: {
    description: (subject: string) => `What was added on ${subject}, and what changed in the catalog, week by week.`,
    lead: "What was added to the catalog from Monday to Sunday, whenever it was published, and what changed in it. Each story is listed once, under its busiest topic. The feeds have one item a week, on the following Monday, with the whole digest.",
    count: (weeks: number) => counted(weeks, { one: "week", other: "weeks" }),
    empty: "No digest yet.",
    /** What the week had; `isOver` is false while more may be added. */
    week: (week: string, counts: string, isOver: boolean) => `${week}: ${counts}${isOver ? "" : " so far"}`,
  },
  heading: (span: string) => `Digest of ${span}`,
  week: (number: number, year: string) => `Week ${number} of ${year}`,
  /** Of each nothing is said where there is none. */
  counts: (news: number, changes: number, added: number) =>
    format.list([
      ...(news > 0 ? [stories(news)] : []),
      ...(changes > 0 ? [counted(changes, { one: "catalog change", other: "catalog changes" })] : []),
      ...(added > 0 ? [counted(added, { one: "new offering", other: "new offerings" })] : []),
    ]),
  /** What a date means: many stories were published long before the week in which they were added. */
  order: (span: string, earlier: number, all: number) => {
    const some = earlier === all ? "all stories" : stories(earlier);
    const were = earlier === 1 && all > 1 ? "was" : "were";
    const before = earlier > 0 ? `; ${some} ${were} published before that week` : "";
    return `Added to the catalog from ${span}${before}. Dates are those of publication.`;
  },
  largestTopics: "Largest topics",
  byTopic: "By topic",
  withoutTopic: "Without a topic",
  isNotOver: (end: string) => `The week is not over: what is added until ${end} will appear here.`,
  changes: "Catalog changes",
  added: "New in the catalog",
  /** Before and behind the link to the vendor of what is new. */
  vendor: (kind: string) => [`${kind} by `, ""],
  moreInData: (count: number) => `${format.count(count)} more in the data`,
  /** Before the other topics of a story. */
  alsoOn: "Also on",
  eachWeek: "Each week",
  all: "All digests",
  feeds: "Follow the digest",
  mails: "This digest as an email, to download:",
  plainText: "plain text",
};
