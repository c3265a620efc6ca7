import assert from "node:assert/strict";
import { test } from "node:test";
import { parseJsonFeed } from "feedsmith";
import { absoluteUrl } from "../../views/urls.ts";
import { renderJsonFeed } from "./json-feed.ts";
import { ownWords } from "./own-words.ts";
import { feedOf, withItem } from "./testing.ts";

const feed = feedOf();
const [item] = feed.items;
assert.ok(item);
const page = absoluteUrl("/news/story/");
const image = absoluteUrl("/images/a.png");

test("the feed and its item are whole", () => {
  assert.deepEqual(JSON.parse(renderJsonFeed(feed)), {
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: absoluteUrl("/"),
    feed_url: absoluteUrl("/feed.json"),
    description: feed.description,
    favicon: absoluteUrl("/favicon.svg"),
    authors: [{ name: "Curalog", url: absoluteUrl("/") }],
    language: "en",
    items: [
      {
        id: page,
        url: page,
        external_url: "https://acme.example/story",
        title: "A story",
        summary: "In short.",
        content_html: ownWords(item),
        date_published: "2026-01-02T00:00:00Z",
        date_modified: "2026-03-04T00:00:00Z",
        authors: item.authors.map(({ label, href }) => ({ name: label, url: href })),
        tags: ["HL7: FHIR"],
        image,
        attachments: [{ url: image, mime_type: "image/png", title: "A drawing", size_in_bytes: 123 }],
        _curalog: {
          about: absoluteUrl("/feeds/"),
          publisher: "acme",
          publisher_name: "Acme",
          topics: ["hl7-fhir"],
        },
      },
    ],
  });
});

test("a library reads the same", () => {
  const read = parseJsonFeed(renderJsonFeed(feed));
  assert.equal(read.title, feed.title);
  assert.deepEqual(
    read.items?.map(({ id, content_html }) => [id, content_html]),
    [[page, ownWords(item)]],
  );
});

test("an item says nothing that is not known", () => {
  const bare = withItem(feed, { teaser: undefined, authors: [], topics: [], image: undefined });
  assert.deepEqual(Object.keys(JSON.parse(renderJsonFeed(bare)).items[0]), [
    ...["id", "url", "external_url", "title", "content_html", "date_published", "date_modified", "_curalog"],
  ]);
});
