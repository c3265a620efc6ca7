/** The custom fields of a work package by their names; their numbers differ on every instance. */
import type { Api, Link, WorkPackage } from "./api.ts";

/**
 * The names of each field; case, spaces and signs do not count. A custom field
 * that is not listed is not imported: it may be internal, and the site is public.
 */
const NAMES = {
  sourceUrl: ["Source URL"],
  cleanUrl: ["Clean URL"],
  topics: ["Medigy Topics", "Topics"],
  author: ["Author", "Authors"],
  date: ["Curation Date", "Curated On"],
  published: ["Published", "Published On"],
  language: ["Language"],
  summary: ["Summary"],
  insights: ["Insights", "Insights Description"],
  insightsBy: ["Insights Name", "Insights By"],
  via: ["Via"],
  viaLink: ["Via Link"],
  relatedOfferings: ["Related Offerings"],
  htmlMetaData: ["HTML Meta Data"],
  openGraphMetaData: ["Open Graph Meta Data"],
  twitterMetaData: ["Twitter Meta Data"],
} as const satisfies Record<string, readonly string[]>;

type FieldName = keyof typeof NAMES;

/** The text of one value, and the address of a link. */
export interface CustomValue {
  readonly text: string;
  readonly href: string | undefined;
}

export interface CustomFields {
  readonly values: Readonly<Partial<Record<FieldName, readonly CustomValue[]>>>;
  /** Names in the schema that are not imported. */
  readonly others: readonly string[];
}

const FIELD_BY_NAME: ReadonlyMap<string, FieldName> = new Map(
  (Object.keys(NAMES) as FieldName[]).flatMap((field) => NAMES[field].map((name) => [toKey(name), field] as const)),
);

export async function readCustomFields(api: Api, workPackage: WorkPackage): Promise<CustomFields> {
  const values: Partial<Record<FieldName, readonly CustomValue[]>> = {};
  const others: string[] = [];
  for (const [key, name] of await api.getCustomFieldNames(workPackage)) {
    const field = FIELD_BY_NAME.get(toKey(name));
    if (field === undefined) {
      others.push(name);
      continue;
    }
    // Links are in `_links`, all other values in the work package itself.
    const given = await toValues(api, workPackage._links[key] ?? workPackage[key]);
    if (given.length > 0 && values[field] === undefined) values[field] = given;
  }
  return { values, others };
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
