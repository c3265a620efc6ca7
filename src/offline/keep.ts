/** Keeps pages with what they need, within the limits of the browser, and drops what no kept page needs. */
import { toAddress, toSitePath } from "../lib/base-path.ts";
import { addressesIn, MOST_FEEDS, MOST_PAGES, type OfflineCaches } from "./caches.ts";
import { assetsNamedIn, canName, isNamedIn } from "./named-files.ts";
import { firstPages, isFollowed, isKeepable, listsPath, manifestPath } from "./routing.ts";

/** Rejects without a network. */
type Load = (url: string) => Promise<Response>;

/** Keeps an answer, and says whether there was room. Pages make room for it, the one read longest ago first. */
export async function put(kept: OfflineCaches, cache: Cache, url: string, response: Response): Promise<boolean> {
  for (;;) {
    try {
      await cache.put(url, response.clone());
      return true;
    } catch (error) {
      const isFull = error instanceof Error && error.name === "QuotaExceededError";
      const [oldest] = await addressesIn(kept.pages);
      if (!isFull || oldest === undefined) return false;
      await kept.pages.delete(oldest);
      await dropUnneeded(kept, await response.clone().text());
    }
  }
}

/** Keeps a page that was read, as the one read last, with what it needs. */
export async function keepPage(kept: OfflineCaches, url: string, response: Response, load: Load, most = MOST_PAGES) {
  const text = await response.clone().text();
  await put(kept, isFirst(url) ? kept.files : kept.pages, url, response);
  const pages = await addressesIn(kept.pages);
  for (const oldest of pages.slice(0, Math.max(0, pages.length - most))) await kept.pages.delete(oldest);
  // A page with new files means a new version of the site, so the pages that are kept from the start are fetched again.
  if ((await keepNamed(kept, url, text, load)) && !isFirst(url)) await keepFirst(kept, url, load).catch(() => {});
  await dropUnneeded(kept);
}

/** Keeps what can be opened without having been read, and the newest index of the search. */
export async function keepFirst(kept: OfflineCaches, base: string, load: Load): Promise<void> {
  for (const path of firstPages) {
    const url = new URL(toAddress(path), base).href;
    const page = await load(url);
    // A site may have no lists of one's own.
    if (page.status === 404 && path === listsPath) continue;
    if (!isKeepable(page)) throw new Error(`${path} answers with status ${page.status}`);
    const text = await page.clone().text();
    if (!(await put(kept, kept.files, url, page))) throw new Error(`There is no room for ${path}`);
    await keepNamed(kept, url, text, load);
  }
  // A site of pages alone has no index.
  const url = new URL(toAddress(manifestPath), base).href;
  const manifest = await load(url);
  if (isKeepable(manifest)) await keepIndex(kept, url, manifest, load);
}

/** Keeps what is new in something that a reader follows, whether its page is kept or not. */
export async function keepFeed(kept: OfflineCaches, url: string, feed: Response, most = MOST_FEEDS): Promise<void> {
  await put(kept, kept.files, url, feed);
  const feeds = (await addressesIn(kept.files)).filter(isFeed);
  for (const oldest of feeds.slice(0, Math.max(0, feeds.length - most))) await kept.files.delete(oldest);
}

/** Its older records are kept when a search fetches them. The former index stays until this one can be searched. */
export async function keepIndex(kept: OfflineCaches, url: string, manifest: Response, load: Load): Promise<void> {
  const { entry } = await manifest.clone().json();
  if (!(await keepFile(kept, new URL(entry, url).href, load))) throw new Error(`${entry} could not be kept`);
  if (!(await put(kept, kept.files, url, manifest))) throw new Error(`There is no room for ${manifestPath}`);
}

/** Keeps the files that a page and its files name; true when one of them was not kept before. */
async function keepNamed(kept: OfflineCaches, base: string, text: string, load: Load): Promise<boolean> {
  const paths = new Set(assetsNamedIn(text));
  let isNew = false;
  for (const path of paths) {
    const url = new URL(toAddress(path), base).href;
    const known = await kept.files.match(url);
    const file = known ?? (await keepFile(kept, url, load).catch(() => undefined));
    isNew ||= known === undefined && file !== undefined;
    if (file && canName(url)) for (const other of assetsNamedIn(await file.text())) paths.add(other);
  }
  return isNew;
}

/** Undefined where the site has no such file, or there is no room for it. */
async function keepFile(kept: OfflineCaches, url: string, load: Load): Promise<Response | undefined> {
  const known = await kept.files.match(url);
  if (known) return known;
  const file = await load(url);
  return isKeepable(file) && (await put(kept, kept.files, url, file)) ? file : undefined;
}

/** Deletes the pages that were read, with what they alone need. */
export async function removePages(kept: OfflineCaches): Promise<void> {
  for (const url of await addressesIn(kept.pages)) await kept.pages.delete(url);
  await dropUnneeded(kept);
}

/** Deletes the files, but for feeds, that nothing kept names, nor the text that is to be kept next. */
export async function dropUnneeded({ pages, files }: OfflineCaches, next = ""): Promise<void> {
  const all = await addressesIn(files);
  const roots = all.filter((url) => isFirst(url) || toSitePath(new URL(url).pathname) === manifestPath);
  const unnamed = new Set(all.filter((url) => !roots.includes(url) && !isFeed(url)));
  const look = async (cache: Cache, url: string): Promise<void> =>
    lookIn((await (await cache.match(url))?.text()) ?? "");
  const lookIn = async (text: string): Promise<void> => {
    for (const file of [...unnamed].filter((one) => isNamedIn(text, one))) {
      unnamed.delete(file);
      if (canName(file)) await look(files, file);
    }
  };
  await lookIn(next);
  for (const url of roots) await look(files, url);
  // The pages read last name all that is needed, most of the time.
  for (const url of (await addressesIn(pages)).reverse()) {
    if (unnamed.size === 0) return;
    await look(pages, url);
  }
  for (const url of unnamed) await files.delete(url);
}

function isFirst(url: string): boolean {
  return firstPages.includes(toSitePath(new URL(url).pathname));
}

function isFeed(url: string): boolean {
  return isFollowed(toSitePath(new URL(url).pathname));
}
