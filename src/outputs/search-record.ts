/** Promise: the shape of what the browser searches: private to this version of the site, fetched under a content-hashed name. */

export const recordKinds = {
  offering: "Offerings",
  news: "News",
  topic: "Topics",
  organization: "Organizations",
  author: "Authors",
} as const;

export type RecordKind = keyof typeof recordKinds;

export interface SearchRecord {
  readonly kind: RecordKind;
  readonly title: string;
  readonly href: string;
  /** What stands under the title: host and date, vendor and kind, vocabulary. */
  readonly detail: string;
  /** Change of state of an offering. */
  readonly stamp?: { readonly label: string; readonly tone: "stop" | "warn" };
  /** One or two sentences; may be empty. */
  readonly text: string;
  /** Other words by which it should be found: former names, topics, standards, people. */
  readonly words: string;
  /** Year, topics and standards, for the filters: the labels themselves. */
  readonly year: string;
  readonly topics: readonly string[];
  readonly standards: readonly string[];
}

/** Everything that is fetched, newest news first within its kind. */
export interface SearchRecords {
  readonly records: readonly SearchRecord[];
}
