/** The custom fields of a work package by their names; their numbers differ on every instance. */
import { didYouMean, nearest } from "../../lib/nearest.ts";
import { isObject } from "../../lib/plain-value.ts";
import { joinWords } from "../../lib/text.ts";
import type { Api, Link, WorkPackage } from "./api.ts";
import { type Fields, own } from "./merge.ts";

/**
 * The field of the front matter that each custom field fills, and the names that it may have, the preferred first; case,
 * spaces and signs do not count. A custom field that is not listed is not imported: it may be internal, and the site is
 * public.
 */
const FIELDS = {
  sourceUrl: { field: "link", names: ["Source URL"] },
  cleanUrl: { field: "link", names: ["Clean URL"] },
  topics: { field: "categories", names: ["Medigy Topics", "Topics"] },
  author: { field: "author", names: ["Author", "Authors"] },
  date: { field: "date", names: ["Curation Date", "Curated On"] },
  published: { field: "published", names: ["Published", "Published On"] },
  language: { field: "language", names: ["Language"] },
  summary: { field: "summary", names: ["Summary"] },
  insights: { field: "insights_description", names: ["Insights", "Insights Description"] },
  insightsBy: { field: "insights_name", names: ["Insights Name", "Insights By"] },
  via: { field: "via", names: ["Via"] },
  viaLink: { field: "viaLink", names: ["Via Link"] },
  institution: { field: "institution", names: ["Institution"] },
  offering: { field: "offering", names: ["Offering"] },
  relatedOfferings: { field: "relatedOfferings", names: ["Related Offerings"] },
  htmlMetaData: { field: "htmlMetaData", names: ["HTML Meta Data"] },
  openGraphMetaData: { field: "openGraphMetaData", names: ["Open Graph Meta Data"] },
  twitterMetaData: { field: "twitterMetaData", names: ["Twitter Meta Data"] },
} as const satisfies Record<string, { readonly field: string; readonly names: readonly string[] }>;

export type FieldName = keyof typeof FIELDS;

/** The text of one value, and the address of a link. */
export interface CustomValue {
  readonly text: string;
  readonly href: string | undefined;
}

/**
 * A field of which OpenProject says nothing, which is not to say that it is empty: its custom field was renamed, is
 * hidden from the token, or is not one of this type of work package.
 */
export interface MissingField {
  readonly name: FieldName;
  /** The names that its custom field may have. */
  readonly wanted: readonly string[];
  /** The name that it has, where the schema lists it and the work package keeps its value back. */
  readonly withheld: string | undefined;
  /** Custom fields that are there and not imported. */
  readonly others: readonly string[];
}

export interface CustomFields {
  /** A field that is not there is empty or missing. */
  readonly values: Readonly<Partial<Record<FieldName, readonly CustomValue[]>>>;
  readonly missing: ReadonlyMap<FieldName, MissingField>;
  /** Names in the schema that are not imported. */
  readonly others: readonly string[];
  /** What was not read, for a person. */
  readonly notes: readonly string[];
  /** The instance's own name for the custom field of each field that is not missing. */
  readonly names: ReadonlyMap<FieldName, string>;
}

/** What the API links to instead of what the token may not see. */
const UNDISCLOSED = "urn:openproject-org:api:v3:undisclosed";
/** How many of the other custom fields are named where none is near. */
const MAX_OTHERS = 12;

export async function readCustomFields(api: Api, workPackage: WorkPackage): Promise<CustomFields> {
  const properties = [...(await api.getCustomFieldNames(workPackage))].map(([key, name]) => ({ key, name }));
  const byName = Map.groupBy(properties, ({ name }) => toKey(name));
  const listed = new Set(Object.values(FIELDS).flatMap(({ names }) => names.map(toKey)));
  const others = properties.filter(({ name }) => !listed.has(toKey(name))).map(({ name }) => name);

  const values: Partial<Record<FieldName, readonly CustomValue[]>> = {};
  const missing = new Map<FieldName, MissingField>();
  const names = new Map<FieldName, string>();
  const notes: string[] = [];
  for (const name of Object.keys(FIELDS) as FieldName[]) {
    const wanted = FIELDS[name].names;
    const there = wanted.flatMap((one) => byName.get(toKey(one)) ?? []);
    const stated = there.filter(({ key }) => isStated(rawOf(workPackage, key)));
    const withheld = there.find((one) => !stated.includes(one))?.name;
    const [first] = stated;
    const read = stated.map(async ({ key, name }) => ({ name, values: await toValues(api, rawOf(workPackage, key)) }));
    const [filled, ...rest] = (await Promise.all(read)).filter(({ values }) => values.length > 0);
    // Of two custom fields the hidden one may have the value.
    if (!first || (!filled && withheld !== undefined)) {
      missing.set(name, { name, wanted, withheld, others });
      continue;
    }
    names.set(name, filled?.name ?? first.name);
    if (!filled) continue;
    values[name] = filled.values;
    for (const other of rest.filter((one) => textOf(one.values) !== textOf(filled.values))) {
      notes.push(`'${other.name}' is not read, since '${filled.name}' has a value as well: empty one of the two`);
    }
  }
  return { values, missing, others, notes, names };
}

/** Links are in `_links`, all other values in the work package itself. */
function rawOf(workPackage: WorkPackage, key: string): unknown {
  const stated = [own(workPackage._links, key), own(workPackage, key)].filter((raw) => raw !== undefined);
  return stated.find((raw) => raw !== null) ?? stated[0];
}

/** True if the value is there and not hidden; an empty field is `null` or an empty list. */
function isStated(raw: unknown): boolean {
  return raw !== undefined && ![raw].flat().some((one) => isObject(one) && one["href"] === UNDISCLOSED);
}

function textOf(values: readonly CustomValue[]): string {
  return values.map(({ text }) => text).join("\n");
}

/** The key of the front matter that a custom field fills. */
export function keyOf(name: FieldName): string {
  return FIELDS[name].field;
}

/** What the fields of a file have for a custom field, or had at the last import. */
export function valueIn(fields: Fields, name: FieldName): unknown {
  if (name !== "sourceUrl" && name !== "cleanUrl") return own(fields, keyOf(name));
  const copies = own(fields, "openProjectCustomFields");
  return isObject(copies) ? own(copies, name) : undefined;
}

/** Custom fields that may be the missing field under a new name. */
export function nearOf({ wanted, others }: Pick<MissingField, "wanted" | "others">): string[] {
  return [...new Set(wanted.flatMap((name) => nearest(name, others)))];
}

/** Why nothing was read, with the names of what may be meant. */
export function describeMissing(gap: Pick<MissingField, "wanted" | "withheld" | "others">): string {
  if (gap.withheld !== undefined) return `the custom field '${gap.withheld}' is hidden from the token`;
  const names = gap.wanted.map((name) => `'${name}'`).join(" or ");
  const near = didYouMean(nearOf(gap));
  return `no custom field is named ${names}${near ? `. ${near}` : describeOthers(gap.others)}`;
}

/** Continues a sentence; empty if there are none. */
export function describeOthers(others: readonly string[]): string {
  if (others.length === 0) return "";
  const shown = others.slice(0, MAX_OTHERS).map((name) => `'${name}'`);
  const more = others.length - shown.length;
  return `. Those that are not imported are ${joinWords(more > 0 ? [...shown, `${more} more`] : shown)}`;
}

/** The custom fields that fill a key of the front matter, or why there are none; undefined for a key that none fills. */
export function describeSource({ missing, names }: CustomFields, key: string): string | undefined {
  const known = (Object.keys(FIELDS) as FieldName[]).filter((name) => keyOf(name) === key);
  const told = known.flatMap((name) => {
    const gap = missing.get(name);
    return gap ? [describeMissing(gap)] : [`the custom field '${names.get(name)}'`];
  });
  return told.length > 0 ? told.join("; ") : undefined;
}

function toKey(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** Text, numbers and dates are plain values, long text is an object, options and users are links, several are a list. */
async function toValues(api: Api, raw: unknown): Promise<CustomValue[]> {
  if (Array.isArray(raw)) return (await Promise.all(raw.map((item) => toValues(api, item)))).flat();
  if (typeof raw === "object" && raw !== null) {
    if ("raw" in raw) return toValues(api, raw.raw);
    const link = raw as Link;
    return (await toValues(api, await api.getTitle(link))).map(({ text }) => ({ text, href: link.href ?? undefined }));
  }
  const text = raw === null || raw === undefined ? "" : String(raw).trim();
  return text === "" ? [] : [{ text, href: undefined }];
}
