/** The search page before anything is typed; what it says of what it found is in `browser/`. */
import type { Around } from "../around.ts";
import { site } from "./site.ts";

const { counts } = site;

export const search = {
  title: "Search",
  description: (hasResources: boolean) =>
    `Search stories, offerings, topics${hasResources ? ", organizations and FHIR resources" : " and organizations"}; misspelt words are forgiven.`,
  form: "Search the site",
  box: "Search words",
  unscripted: "Searching needs JavaScript. Everything a search could find is in these lists.",
  recent: "Recent searches",
  forget: "Remove all",
  filter: "Filter the results",
  /** Before and behind the key. */
  slash: ["Press ", " to reach the search box"] satisfies Around,
  /** The ways in, each with how its list is in order. */
  ways: {
    news: (count: number) => `${counts.news(count)}, newest first, with an archive by year`,
    topic: (count: number) => `${counts.topic(count)} by vocabulary`,
    offering: (count: number) => `${counts.offering(count)} by kind, standard, access and price`,
    organization: (count: number) => `${counts.organization(count)} by name`,
  },
  lists: {
    years: "News by year",
    topics: "Topics with the most stories",
    /** Where the site has no stories. */
    topicsOfOfferings: "Topics with the most offerings",
    kinds: "Offerings by kind",
    standards: "Offerings by standard",
    resources: "FHIR resources with the most offerings",
  },
  /** Of a resource type that was found, with how many offerings declare it, and how many to which access. */
  resource: (total: string, counts: string) => `FHIR resource, ${total}: ${counts}`,
};
