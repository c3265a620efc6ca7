/** The shape of one thing that a search can find, before it is packed into the files that the browser fetches. */

/**
 * The kinds, in the order of record ids; the number of a kind is its position here. News comes last: records without a
 * date are searched for as often as the newest stories, and are far fewer.
 */
export const kindKeys = ["offering", "topic", "organization", "author", "resource", "news"] as const;
export type RecordKind = (typeof kindKeys)[number];

export function isRecordKind(value: unknown): value is RecordKind {
  return kindKeys.some((kind) => kind === value);
}

/** What a record is found by besides its title. */
export const fieldNames = [
  "topic",
  "publisher",
  "vendor",
  "standard",
  "licence",
  "status",
  "access",
  "author",
  "offering",
  "institution",
  "via",
  "name",
  "product",
  "host",
  "sameAs",
] as const;
export type RecordField = (typeof fieldNames)[number];

/** What a record is filtered by, and not found by as such: an offering is by the words of its `access`. */
export const filterFieldNames = ["registration", "sandbox", "price", "data"] as const;
export type FilterField = (typeof filterFieldNames)[number];

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
  /** Absent where the record has a value for none of them. */
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
