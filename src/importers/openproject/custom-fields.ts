/** The custom fields of a work package by the names that people gave them; their numbers differ on every instance. */
import type { Api, Link, WorkPackage } from "./api.ts";

/**
 * The names under which each field is looked for; case, spaces and signs do not
 * count. A custom field that is not listed stays in OpenProject, since it may be
 * internal and what is imported is published.
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

/** One value: what it says, and where it leads when it is a link. */
export interface CustomValue {
  readonly text: string;
  readonly href: string | undefined;
}

export interface CustomFields {
  readonly values: Readonly<Partial<Record<FieldName, readonly CustomValue[]>>>;
  /** Names that the schema has and no field is read from. */
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
    // The schema may say in which of the two places a field is; where it is says it as well.
    const given = await toValues(api, workPackage._links[key] ?? workPackage[key]);
    if (given.length > 0 && values[field] === undefined) values[field] = given;
  }
  return { values, others };
}

function toKey(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** Text, numbers and dates stand as they are, long text as an object, options and users as links, several as a list. */
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
