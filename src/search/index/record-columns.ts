/** Records as one JSON text and back: in columns, because similar values side by side compress well. */
import { decodePercent } from "../../lib/decode-percent.ts";
import { slugify } from "../../lib/slugify.ts";
import { decodeRows, encodeRows, type LabelColumn } from "./chunks.ts";
import {
  type FilterField,
  fieldNames,
  filterFieldNames,
  kindKeys,
  type RecordField,
  type SearchRecord,
} from "./search-record.ts";

/** Each column has one item for each record, in the same order. */
export interface RecordColumns {
  /** The number of the kind, a digit each. */
  readonly kinds: string;
  readonly titles: readonly string[];
  /** See `toSlug`. */
  readonly slugs: readonly string[];
  readonly details: LabelColumn;
  /** By the number of the record; few have one. */
  readonly notes: Readonly<Record<number, string>>;
  readonly texts: readonly string[];
  readonly dates: readonly string[];
  /** Label and tone by the number of the record; few have one. */
  readonly badges: Readonly<Record<number, readonly [label: string, tone: "stop" | "warn"]>>;
  readonly fields: Readonly<Partial<Record<RecordField, LabelColumn>>>;
  readonly filters: Readonly<Partial<Record<FilterField, LabelColumn>>>;
}

export function encodeRecords(records: readonly SearchRecord[]): RecordColumns {
  const fields = fieldNames.filter((field) => records.some((record) => record.fields[field]));
  const filters = filterFieldNames.filter((field) => records.some((record) => record.filters?.[field]));
  return {
    kinds: records.map(({ kind }) => kindKeys.indexOf(kind)).join(""),
    titles: records.map(({ title }) => title),
    slugs: records.map(toSlug),
    details: toColumn(records.map(({ detail }) => [detail])),
    notes: Object.fromEntries(records.flatMap(({ note }, number) => (note === undefined ? [] : [[number, note]]))),
    texts: records.map(({ text }) => text),
    dates: records.map(({ date }) => date),
    badges: Object.fromEntries(
      records.flatMap(({ badge }, number) => (badge ? [[number, [badge.label, badge.tone] as const]] : [])),
    ),
    fields: Object.fromEntries(fields.map((field) => [field, toColumn(records.map((record) => record.fields[field]))])),
    filters: Object.fromEntries(
      filters.map((field) => [field, toColumn(records.map((record) => record.filters?.[field]))]),
    ),
  };
}

export function decodeRecords(columns: RecordColumns): SearchRecord[] {
  const details = fromColumn(columns.details);
  const toRows = (some: Readonly<Record<string, LabelColumn>>) =>
    Object.entries(some).map(([field, column]) => [field, fromColumn(column)] as const);
  const fields = toRows(columns.fields);
  const filters = toRows(columns.filters);
  const valuesAt = (rowsOf: typeof fields, number: number) =>
    rowsOf.flatMap(([field, rows]) => (rows[number]?.length ? [[field, rows[number]] as const] : []));
  return columns.titles.map((title, number) => {
    const kind = kindKeys[Number(columns.kinds[number])] ?? "news";
    const badge = columns.badges[number];
    const note = columns.notes[number];
    const filtered = valuesAt(filters, number);
    return {
      kind,
      title,
      href: fromSlug(kind, title, columns.slugs[number] ?? ""),
      detail: details[number]?.[0] ?? "",
      ...(note !== undefined && { note }),
      text: columns.texts[number] ?? "",
      date: columns.dates[number] ?? "",
      ...(badge && { badge: { label: badge[0], tone: badge[1] } }),
      fields: Object.fromEntries(valuesAt(fields, number)),
      ...(filtered.length > 0 && { filters: Object.fromEntries(filtered) }),
    };
  });
}

/** `undefined` (no such field) becomes an empty row, as an empty list does. */
function toColumn(rows: readonly (readonly string[] | undefined)[]): LabelColumn {
  const labels = [...new Set(rows.flatMap((row = []) => row))];
  const numbers = new Map(labels.map((label, number) => [label, number]));
  return { labels, rows: encodeRows(rows.map((row = []) => row.map((label) => numbers.get(label) ?? 0))) };
}

function fromColumn({ labels, rows }: LabelColumn): (readonly string[])[] {
  return decodeRows(rows, (number) => labels[number] ?? "");
}

/** A shorter part of the title's slug is written out: a reference to it would be no shorter. */
const MIN_REFERRED = 4;

/**
 * The last segment of the path. Most are made from the title, after a prefix: `host-~` ends with all of the title's slug,
 * `host-~57` with its first 57 characters. No slug has a tilde. A path of another shape is written in full, after a slash.
 */
function toSlug({ kind, title, href }: SearchRecord): string {
  const segment = href.split("/").at(-2) ?? "";
  const slug = decodePercent(segment) ?? segment;
  if (!slug.isWellFormed() || /[~/]/.test(slug) || pathOf(kind, slug) !== href) return `/${href}`;
  const whole = slugify(title);
  for (let at = 0; at <= slug.length - MIN_REFERRED; at += 1) {
    if (at > 0 && slug[at - 1] !== "-") continue;
    const tail = slug.slice(at);
    if (whole.startsWith(tail)) return `${slug.slice(0, at)}~${tail.length === whole.length ? "" : tail.length}`;
  }
  return slug;
}

function fromSlug(kind: SearchRecord["kind"], title: string, slug: string): string {
  if (slug.startsWith("/")) return slug.slice(1);
  const [prefix = "", length] = slug.split("~");
  if (length === undefined) return pathOf(kind, slug);
  const whole = slugify(title);
  return pathOf(kind, prefix + (length === "" ? whole : whole.slice(0, Number(length))));
}

/**
 * The same as `entityPath`, whose module would bring the table of entities into the browser. Other paths are written in
 * full.
 */
function pathOf(kind: SearchRecord["kind"], slug: string): string {
  return `/${kind}/${encodeURIComponent(slug)}/`;
}
