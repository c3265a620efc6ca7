import { counted, format } from "./format.ts";

/** What the generated images of pages say, beyond titles and counts. */
export const socialImage = {
  feeds: "Feeds",
  feedFormats: "RSS, Atom and JSON Feed",
  /** What has feeds: `all news and 120 topics`. */
  allNewsAnd: (topics: string) => `all news and ${topics}`,
  data: "Data",
  dataFormats: "JSON, NDJSON, CSV and SKOS",
  page: (page: number, pages: number) => `page ${format.count(page)} of ${format.count(pages)}`,
  archive: "Archive",
  digests: "Weekly digest",
  weeks: (count: number) => counted(count, { one: "week", other: "weeks" }),
  story: "Story",
  author: "Author",
};
