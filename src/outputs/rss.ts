/** Promise: RSS 2.0 of stories in reading order, in our own words; a public format, versioned with the site. */
import type { NewsItem } from "../catalog/graph.ts";
import { escapeMarkup, renderMarkdown } from "../lib/html.ts";
import { byText } from "../lib/order.ts";
import { site } from "../site.config.ts";
import { absoluteUrl, entityUrl } from "../views/urls.ts";

export interface FeedInput {
  readonly title: string;
  readonly description: string;
  /** Path of the page that the feed belongs to. */
  readonly page: string;
  /** Path of the feed. */
  readonly path: string;
  readonly news: readonly NewsItem[];
}

const ITEMS = 50;

/** The items curated last, so that an old article reaches the reader too; the item's page is its permanent id. */
export function buildRss({ title, description, page, path, news }: FeedInput): string {
  const items = [...news].sort((a, b) => byText(b.date, a.date)).slice(0, ITEMS);
  const changed = items
    .map(({ modified }) => modified)
    .sort()
    .at(-1);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    "<channel>",
    element("title", title),
    element("link", absoluteUrl(page)),
    element("description", description),
    element("language", site.language),
    element("copyright", `Summaries ${site.licence.name}; excerpts belong to their publishers`),
    ...(changed ? [element("lastBuildDate", rssDate(changed))] : []),
    `<atom:link href="${escapeMarkup(absoluteUrl(path))}" rel="self" type="application/rss+xml"/>`,
    ...items.map(toItem),
    "</channel>",
    "</rss>",
    "",
  ].join("\n");
}

function toItem(item: NewsItem): string {
  const link = absoluteUrl(entityUrl(item));
  // A reader takes a description for HTML, so plain text is escaped once for HTML and once for XML.
  const words = item.summary === undefined ? renderMarkdown(item.insights ?? "") : escapeMarkup(item.summary);
  return [
    "<item>",
    element("title", item.title),
    element("link", link),
    `<guid isPermaLink="true">${escapeMarkup(link)}</guid>`,
    element("pubDate", rssDate(item.date)),
    ...(words ? [element("description", words)] : []),
    ...item.authors.map(({ name }) => element("dc:creator", name)),
    ...(item.published ? [element("dc:date", item.published)] : []),
    ...item.topics.map(({ name }) => element("category", name)),
    "</item>",
  ].join("\n");
}

function element(name: string, text: string): string {
  return `<${name}>${escapeMarkup(text)}</${name}>`;
}

/** RFC 822, midnight UTC. */
function rssDate(day: string): string {
  return new Date(`${day}T00:00:00Z`).toUTCString().replace("GMT", "+0000");
}
