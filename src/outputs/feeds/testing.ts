/** A feed with everything that one can say, for tests of the formats. */
import { catalogOf, type Files, fhirRecord, healthy, news } from "../../catalog/testing.ts";
import { buildFeed, type FeedItem, type FeedView, type ImageFiles, listFeeds } from "../../views/feed.ts";

export const STYLE = "/assets/feed.css";

export const RICH_STORY = news({
  summary: "In short.",
  author: "[Ann Lee, 李明]",
  published: "2025-05",
  lastMod: "'2026-03-04T08:00:00Z'",
  insights_description: "We *think* so.",
  insights_name: "Bo Kay",
  featuredImage: "{ href: a.png, alt: A drawing, size: [90, 30] }",
});

/** An interface of Acme Server that declares two things otherwise since one day. */
export const CHANGED_INTERFACE: Files = {
  "facts/interfaces/acme-server/fhir-r4.json": fhirRecord({
    changes: [
      { day: "2026-07-24", field: "software.version", before: "5.0", after: "5.1 <b>" },
      { day: "2026-07-24", field: "resources", added: ["Slot"] },
    ],
  }),
};

export const IMAGES: ImageFiles = new Map([["a.png", { length: 123, type: "image/png" }]]);

/** The feed of a page; of all news without one. */
export function feedOf(changes: Files = { "news/2026/story.md": RICH_STORY }, page = "/"): FeedView {
  const catalog = catalogOf(healthy(changes), { images: ["a.png"] });
  const subject = listFeeds(catalog).find((feed) => feed.page === page);
  if (!subject) throw new Error(`There is no feed of ${page}`);
  return buildFeed(catalog, subject, IMAGES);
}

/** The same feed with these fields of its one item changed. */
export function withItem(feed: FeedView, changes: Partial<FeedItem>): FeedView {
  return { ...feed, items: feed.items.map((item) => ({ ...item, ...changes })) };
}
