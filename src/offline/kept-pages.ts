/** What is kept, for the page that shows it. */
import { toSitePath } from "../lib/base-path.ts";
import { squeeze } from "../lib/text.ts";
import { addressesIn, type Kept } from "./kept.ts";

export interface KeptPage {
  readonly path: string;
  readonly title: string;
}

export interface KeptList {
  /** The one read last first. */
  readonly pages: readonly KeptPage[];
  /** Of pages and files, without the room that the browser needs to store them. */
  readonly bytes: number;
}

/** `suffix` is the end of titles that names the site. */
export async function listKept({ pages, files }: Kept, suffix: string): Promise<KeptList> {
  const listed: KeptPage[] = [];
  let bytes = 0;
  for (const url of (await addressesIn(pages)).reverse()) {
    const html = await read(pages, url);
    bytes += html.byteLength;
    const title = readTitle(new TextDecoder().decode(html), suffix);
    if (title !== undefined) listed.push({ path: toSitePath(new URL(url).pathname), title });
  }
  for (const url of await addressesIn(files)) bytes += (await read(files, url)).byteLength;
  return { pages: listed, bytes };
}

/** As bytes, which are read once for the size and the text: the text of a blob takes the browser as long again. */
async function read(cache: Cache, url: string): Promise<ArrayBuffer> {
  return (await cache.match(url))?.arrayBuffer() ?? new ArrayBuffer();
}

/** Undefined for a page left at a former address, which leads on at once, and for one that was removed meanwhile. */
function readTitle(html: string, suffix: string): string | undefined {
  const page = new DOMParser().parseFromString(html.slice(0, html.indexOf("</h1>")), "text/html");
  if (page.title === "" || page.querySelector("meta[http-equiv=refresh]")) return undefined;
  // The title alone tells pages of a list apart; the heading has every word of a long one.
  const title = page.title.endsWith(suffix) ? page.title.slice(0, -suffix.length) : page.title;
  return title.endsWith("…") ? squeeze(page.querySelector("h1")?.textContent ?? title) : title;
}
