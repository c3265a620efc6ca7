/** The shape of one thing that a search can find, before it is packed into the files that the browser fetches. */

/**
 * The kinds with their headings, in the order of record ids; the number of a kind is its position here. News comes last:
 * what has no date is searched for as often as the newest stories, and is far less.
 */
export const recordKinds = {
  offering: "Offerings",
  topic: "Topics",
  organization: "Organizations",
  author: "Authors",
  resource: "FHIR resources",
  news: "News",
} as const;

export type RecordKind = keyof typeof recordKinds;
export const kindKeys = Object.keys(recordKinds) as readonly RecordKind[];

/** What a record is found by besides its title, with the labels that a hit shows. */
export const recordFields = {
  topic: "Topic",
  publisher: "Publisher",
  vendor: "Vendor",
  standard: "Standard",
  licence: "Licence",
  status: "Status",
  author: "Author",
  offering: "Offering",
  institution: "Institution",
  via: "Via",
  name: "Also named",
  product: "Certified product",
  host: "Host",
  sameAs: "Same subject as",
} as const;

export type RecordField = keyof typeof recordFields;
export const fieldNames = Object.keys(recordFields) as readonly RecordField[];

/** What a record is filtered by and not found by, with the headings of the filters: the words are those of many records. */
export const filterFields = {
  registration: "Registration",
  sandbox: "Sandbox",
  price: "Price",
  data: "Data",
} as const;

export type FilterField = keyof typeof filterFields;
export const filterFieldNames = Object.keys(filterFields) as readonly FilterField[];

export interface SearchRecord {
  readonly kind: RecordKind;
  readonly title: string;
  /** Path on this site. */
  readonly href: string;
  /** The line under the title, without the date: host, vendor and kind, vocabulary. May be empty. */
  readonly detail: string;
  /** Shown in place of an empty detail and not searched, since its words are those of every record of the kind. */
  readonly note?: string;
  /** Change of state of an offering. */
  readonly badge?: { readonly label: string; readonly tone: "stop" | "warn" };
  /** One or two sentences; may be empty. */
  readonly text: string;
  /** Publication date of a story at the precision known: `2021`, `2021-10` or `2021-10-14`; empty when it has none. */
  readonly date: string;
  readonly fields: Readonly<Partial<Record<RecordField, readonly string[]>>>;
  /** Absent where the record has a value of none. */
  readonly filters?: Readonly<Partial<Record<FilterField, readonly string[]>>>;
}

/** `Electronic Health Record (EHR)` is two names besides the whole. */
export function partsOfName(name: string): readonly string[] {
  const [, long, short] = /^(.+?)\s*\(([^()]+)\)$/u.exec(name) ?? [];
  return long === undefined || short === undefined ? [] : [long, short];
}

/** Everything that can be found. */
export interface SearchRecords {
  /** In the order of pages: news newest first, undated last. */
  readonly records: readonly SearchRecord[];
  /** What is also searched for when a phrase is typed, all folded: `["emr", ["ehr", "electronic health record"]]`. */
  readonly synonyms: readonly (readonly [typed: string, others: readonly string[]])[];
}
