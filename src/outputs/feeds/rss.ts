/** A feed as RSS 2.0, after the profile of the RSS Advisory Board (https://www.rssboard.org/rss-profile); a public format, versioned with the site. */

import { getSite } from "../../config/settings.ts";
import { escapeMarkup } from "../../lib/escape-markup.ts";
import { sanitize } from "../../lib/html.ts";
import type { FeedItem, FeedView } from "../../views/feed.ts";
import { absoluteUrl, feedUrl } from "../../views/urls.ts";
import { feedFormats } from "../../vocab/feed-format.ts";
import { ownWords } from "./own-words.ts";
import { rights, schedule, timeToLive, wayToPage } from "./parts.ts";
import { element, emptyElement, group, rfc822, xmlDocument } from "./xml.ts";

const NAMESPACES = {
  "xmlns:atom": "http://www.w3.org/2005/Atom",
  "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:media": "http://search.yahoo.com/mrss/",
  "xmlns:sy": "http://purl.org/rss/1.0/modules/syndication/",
};

/** `style` is the path of the style sheet for a feed opened in a browser. */
export function renderRss(feed: FeedView, style: string): string {
  const self = { href: absoluteUrl(feedUrl("rss", feed.page)), rel: "self", type: feedFormats.rss.type };
  const channel = [
    element("title", feed.title),
    element("link", absoluteUrl(feed.page)),
    element("description", feed.description),
    element("language", getSite().language),
    element("copyright", rights()),
    element("lastBuildDate", rfc822(feed.updated)),
    timeToLive(feed.page),
    ...schedule(feed.page),
    emptyElement("atom:link", self),
    wayToPage(feed.page),
    ...feed.items.map(toItem),
  ];
  return xmlDocument(style, group("rss", [group("channel", channel)], { version: "2.0", ...NAMESPACES }));
}

function toItem(item: FeedItem): string {
  return group("item", [
    element("title", item.title),
    element("link", item.url),
    element("guid", item.id, { isPermaLink: String(item.id === item.url) }),
    element("pubDate", rfc822(item.curated)),
    ...(item.teaser === undefined ? [] : [element("description", toHtml(item.teaser))]),
    element("content:encoded", ownWords(item)),
    ...item.authors.map(({ label }) => element("dc:creator", label)),
    ...item.topics.map(({ label }) => element("category", label)),
    ...toEnclosure(item),
    ...(item.image ? [toMedia(item.image)] : []),
    ...(item.source ? [emptyElement("atom:link", { href: item.source.href, rel: "via" })] : []),
    ...(item.via?.link === undefined ? [] : [emptyElement("atom:link", { href: item.via.link, rel: "via" })]),
  ]);
}

/** A reader takes a description for HTML, so plain text is escaped once for HTML, quotes apart, and once for XML. */
export function toHtml(text: string): string {
  return NEEDS_CARE.test(text) ? sanitize(escapeMarkup(text)) : text;
}

/** A text without any of these comes out unchanged, as most do. */
const NEEDS_CARE = /[^\x20-\x7E\u00A0-\uD7FF]|[<>&]/;

/** An item has one: the document, which nothing else names, else the image, which older readers do not know from Media RSS. */
function toEnclosure({ document, image }: FeedItem): string[] {
  const file = document ?? image;
  return file ? [emptyElement("enclosure", { url: file.href, length: file.length, type: file.type })] : [];
}

function toMedia({ href, type, length, alt, size }: NonNullable<FeedItem["image"]>): string {
  const [width, height] = size ?? [];
  const media = { url: href, fileSize: length, type, medium: "image", width, height };
  return group("media:content", alt === undefined ? [] : [element("media:description", alt)], media);
}
