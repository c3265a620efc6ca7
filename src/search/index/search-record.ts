/** The shape of one thing that a search can find, before it is packed into the files that the browser fetches. */

export const recordKinds = {
  offering: "Offerings",
  news: "News",
  topic: "Topics",
  organization: "Organizations",
  author: "Authors",
} as const;

export type RecordKind = keyof typeof recordKinds;

/** What a record is found by besides its title, with the label that names it where a hit says why it was found. */
export const recordFields = {
  topic: "Topic",
  publisher: "Publisher",
  vendor: "Vendor",
  standard: "Standard",
  licence: "Licence",
  status: "Status",
  author: "Author",
  offering: "Offering",
  name: "Also named",
  product: "Certified product",
  host: "Host",
  sameAs: "Same subject as",
} as const;

export type RecordField = keyof typeof recordFields;

export interface SearchRecord {
  readonly kind: RecordKind;
  readonly title: string;
  /** Path on this site. */
  readonly href: string;
  /** What stands under the title, without the date: host, vendor and kind, vocabulary. May be empty. */
  readonly detail: string;
  /** Change of state of an offering. */
  readonly badge?: { readonly label: string; readonly tone: "stop" | "warn" };
  /** One or two sentences; may be empty. */
  readonly text: string;
  /** Publication date of a story at the precision known: `2021`, `2021-10` or `2021-10-14`; empty when it has none. */
  readonly date: string;
  readonly fields: Readonly<Partial<Record<RecordField, readonly string[]>>>;
}

/** Everything that can be found. */
export interface SearchRecords {
  /** In reading order: news newest first, undated last. */
  readonly records: readonly SearchRecord[];
  /** What is looked for as well when a phrase is typed, all folded: `["emr", ["ehr", "electronic health record"]]`. */
  readonly synonyms: readonly (readonly [typed: string, others: readonly string[]])[];
}
