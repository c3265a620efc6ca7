/** The rules of JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
import { parseJsonFeed } from "feedsmith";
import type { FeedDocument } from "./feed-document.ts";
import { type FormatRule, isRfc3339, isWebAddress } from "./rule.ts";

/** An object of JSON, whatever is in it. */
export type Json = Readonly<Record<string, unknown>>;

export function toJsonFeedDocument(file: string, text: string, feed: Json): FeedDocument {
  const { title, items = [] } = parseJsonFeed(text);
  return {
    format: "json",
    file,
    self: stringIn(feed, "feed_url"),
    home: stringIn(feed, "home_page_url"),
    items: itemsOf(feed).map((item) => ({
      id: stringIn(item, "id"),
      link: stringIn(item, "url"),
      title: stringIn(item, "title"),
      content: stringIn(item, "content_html"),
      enclosures: objectsIn(item, "attachments").map((attachment) => ({
        url: stringIn(attachment, "url"),
        type: stringIn(attachment, "mime_type"),
        length: attachment["size_in_bytes"] === undefined ? undefined : String(attachment["size_in_bytes"]),
      })),
    })),
    library: { title, ids: items.map(({ id }) => id) },
  };
}

export const jsonFeedRules: readonly FormatRule<Json>[] = [
  {
    requirement: "the version is that of JSON Feed 1.1",
    violations: ({ version }) => (version === "https://jsonfeed.org/version/1.1" ? [] : [String(version)]),
  },
  {
    requirement: "a feed has a title, a home page, an address of its own and a list of items",
    violations: (feed) => [
      ...["title", "home_page_url", "feed_url"].filter((name) => stringIn(feed, name) === undefined),
      ...(Array.isArray(feed["items"]) ? [] : ["items"]),
    ],
  },
  {
    requirement: "an item has an id, an address, a title and content, as texts",
    violations: (feed) =>
      itemsOf(feed).flatMap((item) =>
        ["id", "url", "title", "content_html"].filter((name) => stringIn(item, name) === undefined),
      ),
  },
  {
    requirement: "an item has both dates, as RFC 3339 has them, in their order",
    violations: (feed) =>
      itemsOf(feed).flatMap((item) => {
        const [published = "none", modified = "none"] = [
          stringIn(item, "date_published"),
          stringIn(item, "date_modified"),
        ];
        const isFine = isRfc3339(published) && isRfc3339(modified) && Date.parse(published) <= Date.parse(modified);
        return isFine ? [] : [`${published}, ${modified}`];
      }),
  },
  {
    requirement: "authors are objects with a name, and an address where they have one",
    violations: (feed) =>
      [feed, ...itemsOf(feed)].flatMap(({ authors = [] }) =>
        Array.isArray(authors) && authors.length === objectsIn({ authors }, "authors").length
          ? authors.filter(({ name, url }) => !name || (url !== undefined && !isWebAddress(url))).map(String)
          : ["no list of objects"],
      ),
  },
  {
    requirement: "a feed has an author",
    violations: (feed) => (objectsIn(feed, "authors").length > 0 ? [] : ["none"]),
  },
  {
    requirement: "tags are a list of texts",
    violations: (feed) =>
      itemsOf(feed).flatMap(({ tags = [] }) =>
        Array.isArray(tags) && tags.every((tag) => typeof tag === "string" && tag !== "") ? [] : [String(tags)],
      ),
  },
  {
    requirement: "an attachment has an address, a type and a number of bytes",
    violations: (feed) =>
      itemsOf(feed)
        .flatMap((item) => objectsIn(item, "attachments"))
        .filter(
          (it) =>
            !isWebAddress(stringIn(it, "url")) || !stringIn(it, "mime_type") || typeof it["size_in_bytes"] !== "number",
        )
        .map((it) => String(it["url"])),
  },
  {
    requirement: "external_url and image are addresses",
    violations: (feed) =>
      itemsOf(feed)
        .flatMap(({ external_url, image }) => [external_url, image])
        .filter((address) => address !== undefined && !isWebAddress(String(address)))
        .map(String),
  },
];

function itemsOf(feed: Json): Json[] {
  return objectsIn(feed, "items");
}

function objectsIn(object: Json, name: string): Json[] {
  const list = object[name];
  return Array.isArray(list) ? list.filter(isObject) : [];
}

export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Undefined for what is no text, and for an empty one. */
function stringIn(object: Json, name: string): string | undefined {
  const value = object[name];
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}
