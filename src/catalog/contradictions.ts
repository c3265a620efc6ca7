/** Fields that exports copy or derive from others; an entry has only those that contradict the original. */
import type { FieldPath } from "../ingest/diagnostic.ts";
import { cleanUrl, urlKey } from "../lib/clean-url.ts";
import { slugify } from "../lib/slugify.ts";
import type { News } from "../schemas/news.ts";
import { entityPath } from "../vocab/paths.ts";
import { getVocabulary } from "../vocab/vocabulary.ts";

type Derived = News["derived"];

/** Fields that are made from the names of the categories, in the order in which they are reported. */
export const DERIVED_FIELDS = [
  {
    key: "categorySlug",
    path: ["categorySlug"],
    toItem: (name: string) => name.toLowerCase(),
    // Another form that exports have.
    orToItem: slugify,
  },
  {
    key: "categoryUrl",
    path: ["categoryUrl"],
    toItem: (name: string) => entityPath("topic", slugify(name)).slice(1, -1),
  },
  {
    key: "categoryLabel",
    path: ["categoryLabel"],
    toItem: (name: string) => name.slice(name.indexOf(": ") + 2),
  },
  {
    key: "topics",
    path: ["openProjectCustomFields", "medigyTopics"],
    toItem: (name: string) => name,
  },
] as const satisfies readonly DerivedField[];

interface DerivedField {
  readonly key: keyof Derived;
  readonly path: FieldPath;
  /** What is derived from the name of one topic. */
  readonly toItem: (name: string) => string;
  readonly orToItem?: (name: string) => string;
}

/** Fields that repeat the link. */
export const COPIED_FIELDS = [
  { key: "href", path: ["href"] },
  { key: "original", path: ["original"] },
  { key: "cleanUrl", path: ["openProjectCustomFields", "cleanUrl"] },
  { key: "sourceUrl", path: ["openProjectCustomFields", "sourceUrl"] },
] as const satisfies readonly { readonly key: keyof Derived; readonly path: FieldPath }[];

/** The entry without the copies that agree with it. */
export function withoutCopies(news: News): News {
  const derived: { -readonly [Key in keyof Derived]: Derived[Key] } = { ...news.derived };
  for (const { key, ...field } of DERIVED_FIELDS) {
    const stated = derived[key];
    if (stated && formsOf(field).some((toItem) => isDerivedBy(toItem, news.categories, stated))) {
      derived[key] = undefined;
    }
  }
  // Most copies are spelled like the link or like each other: each address is parsed once.
  const same = new Set([news.url]);
  for (const { key } of COPIED_FIELDS) {
    const copy = derived[key];
    if (copy === undefined) continue;
    if (same.has(copy) || urlKey(cleanUrl(copy, getVocabulary().trackingParameters)) === urlKey(news.url)) {
      same.add(copy);
      derived[key] = undefined;
    }
  }
  return { ...news, derived };
}

/** The forms that a derived item may have. */
export function formsOf({ toItem, orToItem }: Pick<DerivedField, "toItem" | "orToItem">) {
  return orToItem ? [toItem, orToItem] : [toItem];
}

function isDerivedBy(toItem: (name: string) => string, names: readonly string[], stated: readonly string[]): boolean {
  return names.length === stated.length && names.every((name, index) => toItem(name) === stated[index]);
}
