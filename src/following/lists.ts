/** What a reader follows, saves, hides and has read, as one value that never changes: each function returns another. */
import type { EntityKind } from "../vocab/entity-kind.ts";

/** What a list may hold, and how much of it. Each thing followed is a feed to fetch at every visit. */
export const listRules = {
  followed: { kinds: ["topic", "offering", "organization"], limit: 100 },
  saved: { kinds: ["news", "offering"], limit: 1000 },
  hidden: { kinds: ["topic", "organization"], limit: 200 },
} as const satisfies Readonly<Record<string, { kinds: readonly EntityKind[]; limit: number }>>;

export type ListName = keyof typeof listRules;
export const listNames = Object.keys(listRules) as ListName[];

/** So many stories are remembered as read. */
export const READ_LIMIT = 1000;

export interface Entry {
  readonly kind: EntityKind;
  readonly slug: string;
  /** As it was called when the device last saw it. */
  readonly label: string;
}

/** By kind and slug. */
export type EntryName = Pick<Entry, "kind" | "slug">;

interface Visit {
  /** Time of the last page, in milliseconds. */
  readonly last: number;
  /** Day of the visit before: what was curated from then on is new. None at the first. */
  readonly since: string | undefined;
}

export interface Lists {
  /** Newest first, as all lists. */
  readonly followed: readonly Entry[];
  readonly saved: readonly Entry[];
  readonly hidden: readonly Entry[];
  /** Slugs of stories, the last one first. */
  readonly read: readonly string[];
  readonly visit: Visit | undefined;
}

export const emptyLists: Lists = { followed: [], saved: [], hidden: [], read: [], visit: undefined };

/** Nobody follows what they hide. */
const opposites: Readonly<Partial<Record<ListName, ListName>>> = { followed: "hidden", hidden: "followed" };

export function keyOf({ kind, slug }: EntryName): string {
  return `${kind}/${slug}`;
}

export function has(lists: Lists, list: ListName, entry: EntryName): boolean {
  return lists[list].some((one) => keyOf(one) === keyOf(entry));
}

export function isFull(lists: Lists, list: ListName): boolean {
  return lists[list].length >= listRules[list].limit;
}

/** The lists with the entry in front; unchanged where its list is full. */
export function add(lists: Lists, list: ListName, entry: Entry): Lists {
  if (has(lists, list, entry) || isFull(lists, list)) return lists;
  const opposite = opposites[list];
  const rest = opposite ? remove(lists, opposite, entry) : lists;
  return { ...rest, [list]: [entry, ...rest[list]] };
}

export function remove(lists: Lists, list: ListName, entry: EntryName): Lists {
  return has(lists, list, entry)
    ? { ...lists, [list]: lists[list].filter((one) => keyOf(one) !== keyOf(entry)) }
    : lists;
}

/** The entry under the name or the label that it has now; where a list has that already, it has it once. */
export function rename(lists: Lists, from: EntryName, to: EntryName & Partial<Entry>): Lists {
  const renamed = (one: Entry) => (keyOf(one) === keyOf(from) ? { ...one, ...to } : one);
  const mapped = listNames.map((list) => [list, uniqueEntries(lists[list].map(renamed))] as const);
  return { ...lists, ...Object.fromEntries(mapped) };
}

/** Each entry once, where it comes first. */
export function uniqueEntries(entries: readonly Entry[]): Entry[] {
  return [...new Map([...entries].reverse().map((entry) => [keyOf(entry), entry])).values()].reverse();
}

export function markRead(lists: Lists, slug: string): Lists {
  if (lists.read[0] === slug) return lists;
  return { ...lists, read: [slug, ...lists.read.filter((one) => one !== slug)].slice(0, READ_LIMIT) };
}

/** Without an entry there is nothing to keep: what was read and the last visit are forgotten too. */
export function hasEntries(lists: Lists): boolean {
  return listNames.some((list) => lists[list].length > 0);
}

/** A visit ends after so long without a page, so that what is new stays new while one reads. */
const PAUSE = 4 * 3_600_000;
/** Until noon, UTC, it is still the day before somewhere on Earth. */
const LAST_ZONE = 12 * 3_600_000;

/**
 * The lists after a page was opened at this time. Files state the day of a curation in the editor's time zone, without
 * the hour. So what is new begins with the day that it was in the last time zone at the last visit: a story may be
 * shown as new twice, but none is missed.
 */
export function visit(lists: Lists, now: number): Lists {
  const { last, since } = lists.visit ?? { last: now, since: undefined };
  return { ...lists, visit: { last: now, since: now - last > PAUSE ? dayOf(last - LAST_ZONE) : since } };
}

function dayOf(time: number): string {
  return new Date(Math.max(0, time)).toISOString().slice(0, "YYYY-MM-DD".length);
}

export interface Merged {
  readonly lists: Lists;
  /** What each list took over. */
  readonly added: Pick<Lists, ListName>;
  /** What found no room, or stands in the opposite list. */
  readonly left: readonly Entry[];
}

/** What another device has joins the lists, behind what they have; nothing here is changed. */
export function merge(lists: Lists, other: Lists): Merged {
  const merged: Record<ListName, readonly Entry[]> = { ...lists };
  const added: Record<ListName, readonly Entry[]> = { followed: [], saved: [], hidden: [] };
  const left: Entry[] = [];
  for (const list of listNames) {
    const opposite = opposites[list];
    const fresh = other[list].filter((entry) => !has(lists, list, entry));
    const fitting = fresh.filter((entry) => !opposite || !merged[opposite].some((one) => keyOf(one) === keyOf(entry)));
    added[list] = fitting.slice(0, listRules[list].limit - lists[list].length);
    merged[list] = [...lists[list], ...added[list]];
    left.push(...fresh.filter((entry) => !added[list].includes(entry)));
  }
  const read = [...new Set([...lists.read, ...other.read])].slice(0, READ_LIMIT);
  return { lists: { ...lists, ...merged, read, visit: lists.visit ?? other.visit }, added, left };
}
