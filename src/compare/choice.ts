/** The offerings that a reader chose to compare, by slug: in the address of the comparison, and kept in this browser while they browse. */
import type { Store } from "../lib/browser-store.ts";
import { storagePrefix } from "../lib/storage-prefix.ts";

/** The value is a list of slugs, in the order of the choice. */
const KEY = `${storagePrefix}.compare`;
/** So many fit side by side. */
export const MOST = 4;

/** A function, because reading `localStorage` itself can throw. */
const ofBrowser = (): Store => localStorage;

/** A storage that refuses or was tampered with counts as empty. */
export function readChoice(getStore = ofBrowser): readonly string[] {
  try {
    const kept: unknown = JSON.parse(getStore().getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? toUnique(kept.filter((slug) => typeof slug === "string")).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** False where nothing can be stored: the choice then lasts as long as the page. */
export function keepChoice(slugs: readonly string[], getStore = ofBrowser): boolean {
  try {
    getStore().setItem(KEY, JSON.stringify(slugs));
    return true;
  } catch {
    return false;
  }
}

export interface Choice {
  readonly slugs: readonly string[];
  /** Those that no longer fit. */
  readonly leftOut: readonly string[];
}

/**
 * `?o=a,b` is a choice, which replaces the kept one, and of which the first four count. `?add=c` joins it; what was
 * chosen earliest makes room. Both may stand there more than once.
 */
export function readAddress(query: URLSearchParams, kept: readonly string[]): Choice {
  const valuesOf = (name: string) =>
    query
      .getAll(name)
      .flatMap((value) => value.split(","))
      .map((slug) => slug.trim());
  const chosen = toUnique(query.has("o") ? valuesOf("o") : kept);
  const added = toUnique(valuesOf("add")).slice(0, MOST);
  const room = MOST - added.length;
  const before = chosen.filter((slug) => !added.includes(slug));
  const stay = added.length === 0 ? before.slice(0, MOST) : room === 0 ? [] : before.slice(-room);
  return { slugs: [...stay, ...added], leftOut: before.filter((slug) => !stay.includes(slug)) };
}

function toUnique(slugs: readonly string[]): string[] {
  return [...new Set(slugs.filter(Boolean))];
}

/** The query of a comparison: `?o=a,b`; of none, `?o=`, which a kept choice does not replace. */
export function toQuery(slugs: readonly string[]): string {
  return `?o=${slugs.map(encodeURIComponent).join(",")}`;
}
