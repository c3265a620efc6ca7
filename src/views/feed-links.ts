/** The links by which a page names the feeds that lie beside it, one for each format. */
import { feedFormatKeys, feedFormats } from "../vocab/feed-format.ts";
import { feedUrl } from "./urls.ts";

export interface FeedLink {
  readonly href: string;
  readonly label: string;
  /** Media type of the format. */
  readonly type: string;
}

/** For programs, which show nothing but the label: `HL7: FHIR, Atom`. `page` is the path that the feeds follow. */
export function toFeedLinks(title: string, page: string): FeedLink[] {
  return toFormatLinks(page).map((link) => ({ ...link, label: `${title}, ${link.label}` }));
}

/** For readers, after words that say what the feeds hold: `Atom`. */
export function toFormatLinks(page: string): FeedLink[] {
  return feedFormatKeys.map((format) => {
    const { label, type } = feedFormats[format];
    return { href: feedUrl(format, page), label, type };
  });
}
