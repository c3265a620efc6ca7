/** Which requests of the site the service worker answers, and how. */
import { toSitePath } from "../lib/base-path.ts";

/** The page on which a reader turns it on; it is also the answer for a page that was not kept. */
export const offlinePath = "/offline/";
/** The reader's own lists. */
export const listsPath = "/following/";
export const serviceWorkerPath = "/service-worker.js";
export const searchFolder = "/search/";
/** Names the newest index of the search. */
export const manifestPath = `${searchFolder}latest.json`;

/** Pages that are kept from the start: each can be opened without having been read. */
export const firstPages: readonly string[] = [offlinePath, searchFolder, listsPath];

export interface RequestFacts {
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  readonly mode: string;
  /** Whether a part of a file is asked for. */
  readonly hasRange: boolean;
}

/**
 * - `page`, `file`: from the network; where that fails, from the copy that was kept of the last answer.
 * - `immutable`: from the copy, since a file that is named by its content never changes.
 * - `none`: the browser's own business.
 */
export type Strategy = "page" | "file" | "immutable" | "none";

/** `origin` is that of the site. */
export function chooseStrategy({ method, url, mode, hasRange }: RequestFacts, origin: string): Strategy {
  const { origin: asked, pathname } = new URL(url);
  const path = toSitePath(pathname);
  if (method !== "GET" || hasRange || asked !== origin) return "none";
  if (mode === "navigate") return isPage(path) ? "page" : "none";
  if (path.startsWith("/assets/")) return "immutable";
  if (/^\/search\/[^/]+\.json$/.test(path)) return path === manifestPath ? "file" : "immutable";
  if (isCompared(path) || isFollowed(path)) return "file";
  return /^\/(?:images\/|offering\/rows\.json$|topic\/[^/]+\/rows\.json$)/.test(path) ? "file" : "none";
}

/** The facts of an offering that is compared. No page names them, so they are kept, and make room, like a page. */
export function isCompared(path: string): boolean {
  return /^\/api\/v1\/offering\/[^/]+\.json$/.test(path);
}

/** The feed of something that a reader may follow, which their lists fetch. */
export function isFollowed(path: string): boolean {
  return /^\/(?:topic|offering|organization)\/[^/]+\/feed\.json$/.test(path);
}

/** Feeds, mails and data have a file ending; the editing page and well-known files are not for reading. */
function isPage(path: string): boolean {
  return /\/[^./]*$/.test(path) && !/^\/(?:admin|\.well-known)(?:\/|$)/.test(path);
}

/** The address under which a page or file is kept: without a query, which changes no file, and with the slash at the end of a page. */
export function toKey(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + (isPage(toSitePath(pathname)) && !pathname.endsWith("/") ? `${pathname}/` : pathname);
}

/** Of an answer, whether it may be kept: whole, from the site itself, and from this very address. */
export function isKeepable({ status, type, redirected }: Pick<Response, "status" | "type" | "redirected">): boolean {
  return status === 200 && type === "basic" && !redirected;
}
