/** What really changed between two built sites, by the addresses that search engines may know. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type BuiltPage, canonicalOf, isIndexed, isMail, listFiles, parsePage } from "../built-site/built-site.ts";
import { InputError } from "../cli/command.ts";
import { byText } from "../lib/order.ts";
import { contentOf } from "./page-content.ts";

export const kinds = {
  added: "new",
  changed: "changed",
  moved: "moved to another address",
  hidden: "no longer to be indexed",
  gone: "gone",
} as const;

export interface Change {
  /** Absolute. */
  readonly url: string;
  readonly kind: keyof typeof kinds;
  /** Where a moved page is now. */
  readonly to?: string;
}

export interface Comparison {
  /** Address of the home page, which both sites name as their own. */
  readonly siteUrl: string;
  /** Pages that may be indexed, then and now. */
  readonly pages: Readonly<Record<"old" | "new", number>>;
  /** Sorted by address. */
  readonly changes: readonly Change[];
}

/**
 * Compares the folders of two built sites. Throws an `InputError` if one is no built site, or their addresses differ.
 */
export function compareSites(oldFolder: string, newFolder: string): Comparison {
  const siteUrl = siteUrlOf(newFolder);
  const oldUrl = siteUrlOf(oldFolder);
  if (siteUrl !== oldUrl)
    throw new InputError(`The sites are of two addresses, ${oldUrl} and ${siteUrl}: build both with the same one.`);
  const files = new Set([...pagesOf(oldFolder), ...pagesOf(newFolder)]);
  const changes: Change[] = [];
  const pages = { old: 0, new: 0 };
  // Page by page, since two whole sites need not fit in memory.
  for (const file of files) {
    const [before, after] = [readPage(oldFolder, file), readPage(newFolder, file)];
    if (before?.isFindable) pages.old += 1;
    if (after?.isFindable) pages.new += 1;
    changes.push(...changeOf(before, after));
  }
  return { siteUrl, pages, changes: changes.sort((a, b) => byText(a.url, b.url)) };
}

interface ReadPage {
  readonly page: BuiltPage;
  readonly url: string;
  /** Search engines may show it under its own address. */
  readonly isFindable: boolean;
}

function changeOf(before: ReadPage | undefined, after: ReadPage | undefined): Change[] {
  if (after?.isFindable) {
    if (!before?.isFindable) return [{ url: after.url, kind: "added" }];
    const isSame = before.page.html === after.page.html || contentOf(before.page) === contentOf(after.page);
    return isSame ? [] : [{ url: after.url, kind: "changed" }];
  }
  if (!before?.isFindable) return [];
  const { url } = before;
  if (after === undefined) return [{ url, kind: "gone" }];
  return [after.page.isRedirect ? { url, kind: "moved", to: after.url } : { url, kind: "hidden" }];
}

function readPage(folder: string, file: string): ReadPage | undefined {
  const path = join(folder, file);
  if (!existsSync(path)) return undefined;
  const page = parsePage(file, readFileSync(path, "utf8"));
  const url = canonicalOf(page) ?? "";
  return { page, url, isFindable: url !== "" && !page.isRedirect && isIndexed(page) };
}

function pagesOf(folder: string): string[] {
  return listFiles(folder).filter((file) => file.endsWith(".html") && !isMail(file));
}

function siteUrlOf(folder: string): string {
  if (!existsSync(folder)) throw new InputError(`There is no folder ${folder}`);
  const home = existsSync(join(folder, "index.html")) ? readPage(folder, "index.html") : undefined;
  const url = URL.parse(home?.url ?? "");
  if (url === null) throw new InputError(`${folder} is no built site: it has no home page with an address of its own`);
  return url.href;
}
