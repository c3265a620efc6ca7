/** `llms.txt` and `llms-full.txt`. */
import type { Around } from "../around.ts";
import { format } from "./format.ts";
import { site } from "./site.ts";

const { counts } = site;

export const llms = {
  addresses:
    "Every page is also available as Markdown, at its own address with index.md added; the links here lead there. Links in the Markdown lead to the HTML pages.",
  licence: (site: string, licence: string) =>
    `Our own words are licensed under ${licence}: name ${site} and link to the page. Excerpts are quoted and belong to their publishers. What nobody stated is marked as not stated.`,
  lists: "Lists",
  digest: "Weekly digest",
  /** What follows the name of a list. */
  listsHold: {
    news: (count: number) => `${counts.news(count)}, newest first`,
    topic: (count: number) => `${counts.topic(count)} by vocabulary`,
    offering: (count: number) => `${counts.offering(count)} by name, with kind, licence and standards`,
    organization: (count: number) => `${counts.organization(count)} by name`,
    digest: "what was added and what changed, week by week",
  },
  kinds: "Offerings by kind",
  standards: "Offerings by standard",
  years: "News by year",
  latest: "Latest news",
  optional: "Optional",
  full: "Everything in our own words",
  fullSize: (kilobytes: number) => `one file of ${format.count(kilobytes)} kB`,
  feeds: "Feeds",
  data: "Data",
  pagesHold: {
    home: "what changed lately",
    about: "how stories are chosen and offerings described",
    feeds: (of: string) => `of ${of}`,
    data: "the catalog as JSON, CSV and SKOS, with JSON Schemas, OpenAPI and an API catalog",
  },

  // Of the file that has everything.
  inOwnWords: (site: string) => `${site} in its own words`,
  use: (site: string, licence: string) => `Under ${licence}: name ${site} and link to the page.`,
  /** Around the link to the list of stories. */
  older: (count: number): Around => [`Older stories, ${format.count(count)} in all, are in `, "."],
  sameSubject: "The same subject",
};
