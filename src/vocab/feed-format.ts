/** Formats of feeds, in the order in which pages name them; a feed lies in the folder of the page that it follows. */
export const feedFormats = {
  rss: { label: "RSS", file: "feed.xml", type: "application/rss+xml" },
  atom: { label: "Atom", file: "atom.xml", type: "application/atom+xml" },
  json: { label: "JSON Feed", file: "feed.json", type: "application/feed+json" },
} as const;

export type FeedFormat = keyof typeof feedFormats;
export const feedFormatKeys = Object.keys(feedFormats) as FeedFormat[];

/** Stories and changes that a feed holds at most. */
export const FEED_ITEMS = 50;
