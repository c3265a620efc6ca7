/** The last searches of a reader, stored in this browser alone; a storage that refuses or was tampered with counts as empty. */
import type { Store } from "../../lib/browser-store.ts";
import { storagePrefix } from "../../lib/storage-prefix.ts";

/** The value is a list of texts, newest first. */
const KEY = `${storagePrefix}.searches`;
const MAX_SEARCHES = 8;
/** Longer ones are pasted pages, which nobody searches for again. */
const MAX_LENGTH = 200;

/** A function, because reading `localStorage` itself can throw. */
const ofBrowser = (): Store => localStorage;

/** Newest first. */
export function readSearches(getStore = ofBrowser): readonly string[] {
  try {
    return toSearches(JSON.parse(getStore().getItem(KEY) ?? "[]"));
  } catch {
    return [];
  }
}

/** Puts a search first; upper and lower case make no difference. */
export function saveSearch(query: string, getStore = ofBrowser): void {
  try {
    getStore().setItem(KEY, JSON.stringify(withSearch(readSearches(getStore), query)));
  } catch {
    // Private windows and full disks: the search goes on without it.
  }
}

export function removeSearches(getStore = ofBrowser): void {
  try {
    getStore().removeItem(KEY);
  } catch {
    // Nothing can be stored here, so there is nothing to remove.
  }
}

/** The list with a search in front. */
export function withSearch(searches: readonly string[], query: string): readonly string[] {
  const text = query.replace(/\s+/g, " ").trim();
  if (text === "" || text.length > MAX_LENGTH) return searches;
  const others = searches.filter((search) => search.toLowerCase() !== text.toLowerCase());
  return [text, ...others].slice(0, MAX_SEARCHES);
}

/** What was read may have been written by anything. */
function toSearches(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value
    .filter((search) => typeof search === "string")
    .reduceRight<readonly string[]>((searches, search) => withSearch(searches, search), []);
}
