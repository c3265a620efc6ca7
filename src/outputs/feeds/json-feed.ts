/** A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/); a public format, versioned with the site. */

import { getSite } from "../../config/settings.ts";
import { midnightOf } from "../../lib/partial-date.ts";
import type { FeedItem, FeedView } from "../../views/feed.ts";
import { absoluteUrl, feedsUrl, feedUrl, homeUrl } from "../../views/urls.ts";
import { ownWords } from "./own-words.ts";

export function renderJsonFeed(feed: FeedView): string {
  const document = {
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: absoluteUrl(feed.page),
    feed_url: absoluteUrl(feedUrl("json", feed.page)),
    description: feed.description,
    favicon: absoluteUrl("/favicon.svg"),
    authors: [{ name: getSite().name, url: absoluteUrl(homeUrl) }],
    language: getSite().language,
    items: feed.items.map(toItem),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

/** What is undefined is left out of the text. */
function toItem(item: FeedItem) {
  const { image } = item;
  const attachments = [...attachmentsOf(item)];
  return {
    id: item.id,
    url: item.url,
    external_url: item.source?.href,
    title: item.title,
    summary: item.teaser,
    content_html: ownWords(item),
    date_published: midnightOf(item.curated),
    date_modified: midnightOf(item.updated),
    authors: item.authors.length > 0 ? item.authors.map(({ label, href }) => ({ name: label, url: href })) : undefined,
    tags: item.topics.length > 0 ? item.topics.map(({ label }) => label) : undefined,
    image: image?.href,
    attachments: attachments.length > 0 ? attachments : undefined,
    _curalog: item.source && toExtension(item),
  };
}

/** By slug, for programs that fold or leave out stories. Fields with an underscore are extensions of a site's own. */
function toExtension({ publisher, subjects, sameEvent }: FeedItem) {
  return {
    about: absoluteUrl(feedsUrl),
    publisher: publisher?.slug,
    publisher_name: publisher?.name,
    topics: subjects,
    same_event: sameEvent.length > 0 ? sameEvent : undefined,
  };
}

function* attachmentsOf({ document, image }: FeedItem) {
  for (const [file, title] of [[document, document?.label] as const, [image, image?.alt] as const]) {
    if (file) yield { url: file.href, mime_type: file.type, title, size_in_bytes: file.length };
  }
}
