/** The digest of a week in mails and feeds, around what its view says. */
import type { Around } from "../around.ts";
import { format } from "./format.ts";

export const mail = {
  readOnWeb: "Read it on the web",
  /** Before the address, in plain text. */
  onWeb: "On the web:",
  /** Below the heading of a mail. */
  kicker: (site: string, week: string) => `${site}, ${week.toLowerCase()}.`,
  /** The heading of a mail in plain text. */
  heading: (site: string, week: string, title: string) =>
    `${site}, ${week.toLowerCase()}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
  changes: "Catalog changes",
  added: "New in the catalog",
  /** Of what a mail has no room for. */
  more: (count: number) => `${format.count(count)} more on the web`,
  /** The same of a group of which it has nothing. */
  all: (count: number) => `${format.count(count)} on the web`,
  allDigests: "All digests",
  /** Around the link to the licence. */
  summaries: (site: string): Around => [`Summaries by ${site}, `, "."],
  /** Before its address, in plain text. */
  summariesUnder: (site: string, licence: string) => `Summaries by ${site}, ${licence}:`,
  /** Behind the name of a new offering, before that of its vendor. */
  kindBy: (kind: string) => `: ${kind} by `,
  successor: [" Successor: ", "."] satisfies Around,
  /** Before the new name of what was renamed. */
  now: " Now ",
  dateNotStated: "date not stated",
  /** Before the names of other sources, and of other topics; `and` is before the last. */
  alsoIn: "Also in ",
  alsoOn: "Also on ",
  and: " and ",
};
