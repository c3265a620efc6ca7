/** Lists as JSON: what this browser keeps and what an export has. Anything may have written it, so it is read by hand. */
import { isPartialDate } from "../lib/partial-date.ts";
import { isObject } from "../lib/plain-value.ts";
import { isSlug } from "../lib/slugify.ts";
import { cutAtWord, toLine } from "../lib/text.ts";
import {
  type Entry,
  emptyLists,
  type ListName,
  type Lists,
  listNames,
  listRules,
  READ_LIMIT,
  uniqueEntries,
} from "./lists.ts";

const VERSION = 1;
/** Titles are shorter; a longer label is none of ours. */
const LABEL_LENGTH = 300;
/** The last moment that a date can have. */
const LAST_TIME = 8.64e15;

export type ParsedLists =
  | {
      readonly lists: Lists;
      /** How many items are no entries. Leaving out a duplicate loses nothing, so it is not counted. */
      readonly unreadable: number;
      /** Entries for which a list has no room. */
      readonly over: number;
      readonly problem?: undefined;
    }
  | { readonly problem: "broken" | "newer" };

export function writeLists(lists: Lists): string {
  return JSON.stringify({ version: VERSION, ...lists }, null, 1);
}

export function parseLists(text: string): ParsedLists {
  const value = parseObject(text);
  const version = value?.["version"];
  if (!value || typeof version !== "number" || !Number.isInteger(version) || version < 1) return { problem: "broken" };
  // What a later version means by its fields is not known here.
  if (version > VERSION) return { problem: "newer" };
  const parsed = listNames.map((list) => ({ list, ...toEntries(list, arrayOf(value[list])) }));
  return {
    lists: {
      ...emptyLists,
      ...Object.fromEntries(parsed.map(({ list, entries }) => [list, entries])),
      read: [...new Set(arrayOf(value["read"]).filter(isSlugText))].slice(0, READ_LIMIT),
      visit: toVisit(value["visit"]),
    },
    unreadable: parsed.reduce((sum, { unreadable }) => sum + unreadable, 0),
    over: parsed.reduce((sum, { over }) => sum + over, 0),
  };
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function toEntries(list: ListName, values: readonly unknown[]) {
  const { kinds, limit } = listRules[list];
  const entries = values.flatMap((value): Entry[] => {
    if (!isObject(value)) return [];
    const { kind, slug, label } = value;
    const known = kinds.find((one) => one === kind);
    return known && isSlugText(slug) ? [toEntry(known, slug, typeof label === "string" ? label : "")] : [];
  });
  const unique = uniqueEntries(entries);
  return {
    entries: unique.slice(0, limit),
    unreadable: values.length - entries.length,
    over: Math.max(0, unique.length - limit),
  };
}

/** An entry without a label is called by its slug. */
export function toEntry(kind: Entry["kind"], slug: string, label: string): Entry {
  return { kind, slug, label: cutAtWord(toLine(label), LABEL_LENGTH) || slug };
}

function toVisit(value: unknown): Lists["visit"] {
  if (!isObject(value)) return undefined;
  const { last, since } = value;
  if (typeof last !== "number" || !(last >= 0 && last <= LAST_TIME)) return undefined;
  const isDay = typeof since === "string" && since.length === "YYYY-MM-DD".length && isPartialDate(since);
  return { last, since: isDay ? since : undefined };
}

function isSlugText(value: unknown): value is string {
  return typeof value === "string" && isSlug(value);
}

function arrayOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
