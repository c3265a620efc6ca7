/** The caches of the service worker, for the worker and for the page that shows them. */
import { storagePrefix } from "../lib/storage-prefix.ts";

const PREFIX = `${storagePrefix}-offline-`;
/** The number goes up when what an older worker kept cannot be read any more. */
const PAGES = `${PREFIX}pages-1`;
const FILES = `${PREFIX}files-1`;

/** So many pages are kept; the one read longest ago makes room. The facts of an offering that was compared are one too. */
export const MOST_PAGES = 200;

/** So many feeds of what a reader follows, as many as they can; the one fetched longest ago makes room. */
export const MOST_FEEDS = 100;

export interface OfflineCaches {
  /** In the order in which they were read last, the latest at the end: the order in which a cache was written. */
  readonly pages: Cache;
  /** What pages need, and the pages that are there from the start. */
  readonly files: Cache;
}

export async function openCaches(storage: CacheStorage): Promise<OfflineCaches> {
  return { pages: await storage.open(PAGES), files: await storage.open(FILES) };
}

/** Undefined once everything was removed, so that a worker which still runs then keeps nothing more. */
export async function findCaches(storage: CacheStorage): Promise<OfflineCaches | undefined> {
  return (await storage.has(PAGES)) && (await storage.has(FILES)) ? openCaches(storage) : undefined;
}

/** Deletes every cache of the worker, or those of its former versions. */
export async function removeCaches(storage: CacheStorage, which: "all" | "former" = "all"): Promise<void> {
  const current: readonly string[] = which === "former" ? [PAGES, FILES] : [];
  const names = (await storage.keys()).filter((name) => name.startsWith(PREFIX) && !current.includes(name));
  await Promise.all(names.map((name) => storage.delete(name)));
}

export async function addressesIn(cache: Cache): Promise<string[]> {
  return (await cache.keys()).map(({ url }) => url);
}
