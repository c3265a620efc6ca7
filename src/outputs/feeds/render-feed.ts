import type { FeedView } from "../../views/feed.ts";
import type { FeedFormat } from "../../vocab/feed-format.ts";
import { renderAtom } from "./atom.ts";
import { renderJsonFeed } from "./json-feed.ts";
import { renderRss } from "./rss.ts";

const renderers: Readonly<Record<FeedFormat, (feed: FeedView, style: string) => string>> = {
  rss: renderRss,
  atom: renderAtom,
  json: renderJsonFeed,
};

/** `style` is the path of the style sheet for a feed opened in a browser. */
export function renderFeed(format: FeedFormat, feed: FeedView, style: string): string {
  return renderers[format](feed, style);
}
