/** Promise: the printer of each format. */

import type { FeedView } from "../../views/feed.ts";
import type { FeedFormat } from "../../vocab/feed-format.ts";
import { printAtom } from "./atom.ts";
import { printJsonFeed } from "./json-feed.ts";
import { printRss } from "./rss.ts";

const printers: Readonly<Record<FeedFormat, (feed: FeedView, style: string) => string>> = {
  rss: printRss,
  atom: printAtom,
  json: printJsonFeed,
};

/** `style` is the path of the style sheet for a feed opened in a browser. */
export function printFeed(format: FeedFormat, feed: FeedView, style: string): string {
  return printers[format](feed, style);
}
