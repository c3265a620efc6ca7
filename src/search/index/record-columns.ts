/** Records as one JSON text and back, losing nothing: columns, because like stands beside like and compresses well. */
import { slugify } from "../../lib/slugify.ts";
import { entityPath } from "../../vocab/paths.ts";
import { kindKeys } from "./facet-table.ts";
import { type RecordField, recordFields, type SearchRecord } from "./search-record.ts";

/** Each column has one item a record, in their order. */
export interface Shard {
  /** A digit each: index into the keys of `recordKinds`. */
  readonly kinds: string;
  readonly titles: readonly string[];
  /** See `toSlug`. */
  readonly slugs: readonly string[];
  readonly details: Column;
  readonly texts: readonly string[];
  readonly dates: readonly string[];
  /** Label and tone by the number of the record; few have one. */
  readonly badges: Readonly<Record<number, readonly [label: string, tone: "stop" | "warn"]>>;
  readonly fields: Readonly<Partial<Record<RecordField, Column>>>;
}

/** Texts that recur: a table of them, and for each record the numbers of its own, `3 17,4,,5`. */
interface Column {
  readonly labels: readonly string[];
  readonly rows: string;
}

const fieldNames = Object.keys(recordFields) as RecordField[];

export function encodeRecords(records: readonly SearchRecord[]): Shard {
  const fields = fieldNames.filter((field) => records.some((record) => record.fields[field]));
  return {
    kinds: records.map(({ kind }) => kindKeys.indexOf(kind)).join(""),
    titles: records.map(({ title }) => title),
    slugs: records.map(toSlug),
    details: toColumn(records.map(({ detail }) => [detail])),
    texts: records.map(({ text }) => text),
    dates: records.map(({ date }) => date),
    badges: Object.fromEntries(
      records.flatMap(({ badge }, number) => (badge ? [[number, [badge.label, badge.tone] as const]] : [])),
    ),
    fields: Object.fromEntries(
      [...fields].map((field) => [field, toColumn(records.map((record) => record.fields[field]))]),
    ),
  };
}

export function decodeRecords(shard: Shard): SearchRecord[] {
  const details = fromColumn(shard.details);
  const fields = Object.entries(shard.fields).map(([field, column]) => [field, fromColumn(column)] as const);
  return shard.titles.map((title, number) => {
    const kind = kindKeys[Number(shard.kinds[number])] ?? "news";
    const badge = shard.badges[number];
    return {
      kind,
      title,
      href: fromSlug(kind, title, shard.slugs[number] ?? ""),
      detail: details[number]?.[0] ?? "",
      text: shard.texts[number] ?? "",
      date: shard.dates[number] ?? "",
      ...(badge && { badge: { label: badge[0], tone: badge[1] } }),
      fields: Object.fromEntries(fields.flatMap(([field, rows]) => (rows[number] ? [[field, rows[number]]] : []))),
    };
  });
}

/** `undefined` (no such field) is an empty row; an empty list is not kept apart from it. */
function toColumn(rows: readonly (readonly string[] | undefined)[]): Column {
  const numbers = new Map<string, number>();
  const toNumber = (label: string) => {
    const number = numbers.get(label) ?? numbers.size;
    numbers.set(label, number);
    return number;
  };
  const encoded = rows.map((row = []) => row.map(toNumber).join(" ")).join(",");
  return { labels: [...numbers.keys()], rows: encoded };
}

function fromColumn({ labels, rows }: Column): (readonly string[] | undefined)[] {
  return rows
    .split(",")
    .map((row) => (row === "" ? undefined : row.split(" ").map((number) => labels[Number(number)] ?? "")));
}

/** As long as the title's own slug must be for the reference to be shorter than the slug. */
const WORTH_IT = 4;

/**
 * The last segment of the path. Most are made from the title, after a prefix:
 * `host-~` ends with all of the title's slug, `host-~57` with its first 57
 * characters. No slug has a tilde. A path of another shape is kept whole,
 * after a slash.
 */
function toSlug({ kind, title, href }: SearchRecord): string {
  const slug = decodeSegment(href.split("/").at(-2) ?? "");
  if (!slug.isWellFormed() || /[~/]/.test(slug) || pathOf(kind, slug) !== href) return `/${href}`;
  const whole = slugify(title);
  for (let at = 0; at <= slug.length - WORTH_IT; at += 1) {
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

function pathOf(kind: SearchRecord["kind"], slug: string): string {
  return entityPath(kind, encodeURIComponent(slug));
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
