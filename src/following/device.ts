/** The lists in the storage of this browser: read, changed in one step, deleted. Whatever goes wrong is a sentence. */
import { storageProblems as problems } from "#messages/following.ts";
import type { Store } from "../lib/browser-store.ts";
import { storagePrefix } from "../lib/storage-prefix.ts";
import { emptyLists, hasEntries, type Lists } from "./lists.ts";
import { parseLists, writeLists } from "./parse-lists.ts";

/** One document, of which `parse-lists.ts` knows the version. */
export const KEY = `${storagePrefix}.lists`;

/** A function, because reading `localStorage` itself can throw. */
const ofBrowser = (): Store => localStorage;

export interface StoredLists {
  readonly lists: Lists;
  /** True where there is a document, readable or not. */
  readonly isStored: boolean;
  /** Entries of it that cannot be read, or for which a list has no room. A change of the reader's leaves them out. */
  readonly dropped: number;
  readonly problem: string | undefined;
}

export function readLists(getStore = ofBrowser): StoredLists {
  const nothing = { lists: emptyLists, isStored: false, dropped: 0, problem: undefined };
  let text: string | null;
  try {
    text = getStore().getItem(KEY);
  } catch {
    return { ...nothing, problem: problems.refused };
  }
  if (text === null) return nothing;
  const parsed = parseLists(text);
  return parsed.problem
    ? { ...nothing, isStored: true, problem: problems[parsed.problem] }
    : { lists: parsed.lists, isStored: true, dropped: parsed.unreadable + parsed.over, problem: undefined };
}

/**
 * Reads, changes and writes with no other tab in between. In a browser without locks, which those of recent years have
 * on every secure page, this happens in one go; of two changes in the same instant one may then be lost.
 * `keepsUnreadable` is for a change that no reader asked for, such as that of a visit: it is not made where entries would
 * be lost by it.
 */
export async function changeLists(
  change: (lists: Lists) => Lists,
  { keepsUnreadable = false, getStore = ofBrowser } = {},
): Promise<StoredLists> {
  return locked(() => {
    const kept = readLists(getStore);
    if (kept.problem !== undefined || (keepsUnreadable && kept.dropped > 0)) return kept;
    const lists = change(kept.lists);
    if (lists === kept.lists) return kept;
    try {
      if (hasEntries(lists)) getStore().setItem(KEY, writeLists(lists));
      else getStore().removeItem(KEY);
    } catch (error) {
      return { ...kept, problem: isQuota(error) ? problems.full : problems.refused };
    }
    return { ...kept, lists, isStored: hasEntries(lists) };
  });
}

/** Readable or not. */
export async function deleteLists(getStore = ofBrowser): Promise<StoredLists> {
  return locked(() => {
    try {
      getStore().removeItem(KEY);
    } catch {
      // What cannot be written is not there to be read either.
    }
    return readLists(getStore);
  });
}

/** Calls back whenever another tab, or the page restored by Back, may find other lists. */
export function watchLists(onChange: (kept: StoredLists) => void): void {
  const update = () => onChange(readLists());
  addEventListener("storage", ({ key }) => {
    if (key === KEY || key === null) update();
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) update();
  });
}

async function locked(step: () => StoredLists): Promise<StoredLists> {
  try {
    // Absent where the page is not secure, whatever the types say.
    const locks = navigator.locks as LockManager | undefined;
    if (locks) return await locks.request(KEY, step);
  } catch {
    // Refused where storage is; the step says so.
  }
  return step();
}

function isQuota(error: unknown): boolean {
  return error instanceof DOMException && error.name === "QuotaExceededError";
}
