/** Copies of pages in web archives: removes what the archive added, and finds the address of the original. */
import type { CheerioAPI } from "cheerio";
import { isArchive, originalOf } from "../../lib/story-address.ts";

/** The bars of the Internet Archive, of archive.today and of Google's cache, which name the day of the capture. */
const BARS = "#wm-ipp-base, #wm-ipp, #wm-ipp-print, #donato, [id$='google-cache-hdr']";
/** archive.today keeps what a page looked like, and writes metadata of its own. */
const OWN_OF_ARCHIVE_TODAY =
  "#HEADER, meta[property='og:site_name'], meta[property='og:url'], meta[property^='article:'], meta[property^='og:image'], meta[name^='twitter:'], meta[itemprop], time[itemprop='pubdate']";
const ARCHIVE_TODAY = /^https?:\/\/(?:www\.)?archive\.(?:ph|today|is|li|vn|fo|md)\//i;

/** Takes out what an archive added to the page, and answers with the address of the original; of any other page, its own. */
export function unwrapCopy(dom: CheerioAPI, url: string): string {
  dom(BARS).remove();
  const original = originalOf(url) ?? (isArchive(url) ? originalIn(dom) : undefined);
  if (original !== undefined && ARCHIVE_TODAY.test(url)) dom(OWN_OF_ARCHIVE_TODAY).remove();
  return original ?? url;
}

/** What a copy with a short address, such as `archive.ph/AbCdE`, says of its original. */
function originalIn(dom: CheerioAPI): string | undefined {
  const stated = [
    dom("link[rel='canonical']").attr("href"),
    dom("link[rel='bookmark']").attr("href"),
    dom("#HEADER input[name='q']").attr("value"),
    dom("base[href]").attr("href"),
  ];
  for (const address of stated) {
    const original = address === undefined ? undefined : (originalOf(address) ?? address);
    if (original !== undefined && URL.canParse(original) && !isArchive(original)) return original;
  }
  return undefined;
}
