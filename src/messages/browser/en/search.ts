/** What the search says of an answer, on its page and below the box of every page. */
import { counted, formatCount } from "./format.ts";

/** What was found, and how the words were understood. */
export interface Found {
  /** How many of all are shown, or left by filters; undefined where that is all. */
  readonly part?: number | undefined;
  readonly total: number;
  /** What was searched for, where that is said. */
  readonly query?: string | undefined;
  /** Words that were left out to find anything. */
  readonly without: readonly string[];
  /** What is in the order of dates, where that is said. */
  readonly newestFirst?: "all" | "stories" | undefined;
}

const results = (count: number) => counted(count, { one: "result", other: "results" });

/** `3 of 34 results for “azure fhir” without “foo”, newest first` */
export function describeFound({ part, total, query, without, newestFirst }: Found): string {
  const count = part === undefined ? results(total) : `${formatCount(part)} of ${results(total)}`;
  const order = newestFirst && (newestFirst === "all" ? ", newest first" : ", stories newest first");
  return `${count}${describeWords(query, without)}${order ?? ""}`;
}

/** The link to all of them on the search page. */
export function linkToFound({ total, query, without }: Omit<Found, "part" | "newestFirst">): string {
  const words = describeWords(query, without);
  return total === 1 ? `1 result${words} on the search page` : `All ${results(total)}${words}`;
}

function describeWords(query: string | undefined, without: readonly string[]): string {
  const spelling = query === undefined ? "" : ` for “${query}”`;
  return without.length === 0 ? spelling : `${spelling} without ${without.map((word) => `“${word}”`).join(", ")}`;
}

export const nothingFound = (query: string) => `Nothing found for “${query}”`;
export const nothingFoundYet = (query: string) => `Nothing found for “${query}” so far`;

export const fetchingRecords = "Fetching the search records…";
export const fetchingOlder = "Still fetching older records";
export const olderUnread = "Older records could not be read";
export const olderUnfetched = "Older records could not be fetched";
/** Where the site names another search engine. */
export const searchStandsIn = "The search server does not answer, so the search of this page does";

/** Why there is no answer, by the reason. */
export const searchFailures = {
  missing: "The site has been updated since this page was opened.",
  unreachable: "The search records could not be fetched.",
  broken: "The search does not work at the moment.",
};

/** Below the box of a page, where Enter leads to that of the search: in place of the reason, and behind it. */
export const unreachableFromBox = "The search cannot be reached. Press Enter to try the search page.";
export const enterLeadsOn = "Press Enter to open the search page.";

export const recentSearches = "Recent searches";
export const dateNotStated = "date not stated";

/** What a record was found by, before the words that were found. */
export const fieldLabels = {
  topic: "Topic",
  publisher: "Publisher",
  vendor: "Vendor",
  standard: "Standard",
  licence: "Licence",
  status: "Status",
  access: "Access",
  author: "Author",
  offering: "Offering",
  institution: "Institution",
  via: "Via",
  name: "Also known as",
  product: "Certified product",
  host: "Host",
  sameAs: "Same subject as",
};
