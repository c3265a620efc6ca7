import { stories } from "./entries.ts";
import { counted, format } from "./format.ts";

/** Topics, and what their lists can be narrowed by. */
export const topic = {
  index: {
    description: "All topics by vocabulary, each with what it means and how many entries it has.",
    inVocabularies: (topics: string, count: number) =>
      `${topics} in ${counted(count, { one: "vocabulary", other: "vocabularies" })}`,
  },
  /** `text` is what the topic means, a sentence; `counts` are `3 stories` and `1 offering`. */
  description: (text: string, counts: readonly string[]) => `${text} ${format.list(counts)}.`,
  feed: (name: string) => `${name}: news`,
  feeds: "Feeds of this topic",
  plausible: (authority: string) =>
    `The label is believed to be one that ${authority} uses; it was not checked against their own list.`,
  crosswalk: "The same subject in other vocabularies, whose entries are gathered here too:",
  broader: "Part of:",
  narrower: "Parts:",
  noNews: "No stories on this topic yet.",
  keyOfferings: "Key offerings",
  allOfferings: "All offerings",
  noOfferings: "No offerings on this topic yet.",
  publishers: "Publishers",
  related: "Related topics",
  chart: {
    /** `listed` are the years with their counts; `undated` are the stories without a date. */
    text: (listed: string, undated: number) =>
      `Stories by year of publication. ${listed}${undated > 0 ? `, date not stated: ${format.count(undated)}` : ""}.`,
    /** Before links to the years. */
    lead: "Stories by year of publication:",
    caption: (undated: number) =>
      `Stories by year of publication${undated > 0 ? `; ${format.count(undated)} without a stated date` : ""}`,
  },
  filters: {
    year: "Year",
    publisher: "Publisher",
    allPublishers: "All publishers",
    kind: "Kind",
    standard: "Standard",
    basis: "How the standard is known",
    ofNews: {
      summary: "Filter by year and publisher",
      label: "News filters",
      none: "No story has all of these. Clear a filter to see more.",
    },
    ofOfferings: {
      summary: "Filter by kind and standard",
      label: "Offering filters",
      none: "No offering has all of these. Clear a filter to see more.",
    },
  },
  /** The page of what a topic can be narrowed by. */
  filtersPage: {
    title: (name: string) => `${name}: by filter`,
    description: (name: string) =>
      `The stories on ${name} by year and publisher, and its offerings by kind and standard.`,
    breadcrumb: "By filter",
    /** Of the parts that it has. */
    heading: (parts: readonly ("publisher" | "year" | "kind" | "standard")[]) => `By ${format.list(parts)}`,
    onThisPage: "On this page:",
    parts: {
      publisher: "Publishers",
      year: "Years",
      kind: "Kinds of offering",
      standard: "Standards of offerings",
    },
    moreOfPublisher: (count: number) => `and ${format.count(count)} more, among everything it published`,
    morePublishers: (count: number) =>
      `and ${counted(count, { one: "more publisher", other: "more publishers" })}, among all organizations`,
    withoutPublisher: (count: number) => `${stories(count)} with no publisher named`,
    moreOfStandard: (count: number) => `and ${format.count(count)} more in the table of offerings`,
    noPublisher: "No publisher of these stories is in the catalog.",
  },
};
