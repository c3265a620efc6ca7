import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseRssFeed } from "feedsmith";
import { escapeMarkup } from "../../lib/escape-markup.ts";
import { sanitize } from "../../lib/html.ts";
import { absoluteUrl } from "../../views/urls.ts";
import { ownWords } from "./own-words.ts";
import { renderRss, toHtml } from "./rss.ts";
import { CHANGED_INTERFACE, feedOf, STYLE, withItem } from "./testing.ts";

const feed = feedOf();
const [item] = feed.items;
assert.ok(item);
const link = absoluteUrl("/news/story/");

test("an item has all that is known of the story, as a library reads it", () => {
  const [read] = parseRssFeed(renderRss(feed, STYLE)).items ?? [];
  assert.equal(read?.title, "A story");
  assert.equal(read?.link, link);
  assert.deepEqual(read?.guid, { value: link, isPermaLink: true });
  assert.equal(read?.pubDate, "Fri, 02 Jan 2026 00:00:00 +0000");
  assert.equal(read?.description, "In short.");
  assert.equal(read?.content?.encoded, ownWords(item));
  assert.deepEqual(read?.dc?.creators, ["Ann Lee", "李明"]);
  assert.equal(read?.dc?.dates, undefined, "libraries take a second date for that of the item");
  assert.deepEqual(
    read?.categories?.map(({ name }) => name),
    ["HL7: FHIR"],
  );
  assert.deepEqual(read?.enclosures, [{ url: absoluteUrl("/images/a.png"), length: 123, type: "image/png" }]);
  assert.deepEqual(
    read?.media?.contents?.map(({ url, fileSize, type, medium, width, height, description }) => ({
      ...{ url, fileSize, type, medium, width, height },
      alt: description?.value,
    })),
    [
      {
        ...{ url: absoluteUrl("/images/a.png"), fileSize: 123, type: "image/png", medium: "image" },
        ...{ width: 90, height: 30, alt: "A drawing" },
      },
    ],
  );
});

test("the channel says what it is, where, in which language, when it changed and when to ask again", () => {
  const read = parseRssFeed(renderRss(feedOf(undefined, "/topic/hl7-fhir/"), STYLE));
  assert.equal(read.title, "Curalog: HL7: FHIR");
  assert.equal(read.link, absoluteUrl("/topic/hl7-fhir/"));
  assert.equal(read.description, "The standard.");
  assert.equal(read.language, "en");
  assert.equal(read.lastBuildDate, "Wed, 04 Mar 2026 00:00:00 +0000");
  assert.equal(read.ttl, 360);
  assert.deepEqual(read.sy, { updatePeriod: "daily", updateFrequency: 4, updateBase: "2000-01-03T00:00:00Z" });
  assert.deepEqual(read.atom?.links, [
    { href: absoluteUrl("/topic/hl7-fhir/feed.xml"), rel: "self", type: "application/rss+xml" },
  ]);
});

test("a feed of digests is to be asked once a week", () => {
  const { ttl, sy } = parseRssFeed(renderRss({ ...feed, page: "/digest/" }, STYLE));
  assert.deepEqual([ttl, sy?.updatePeriod, sy?.updateFrequency], [1440, "weekly", 1]);
});

test("an item says nothing that is not known", () => {
  const xml = renderRss(withItem(feed, { teaser: undefined, authors: [], topics: [], image: undefined }), STYLE);
  assert.doesNotMatch(xml.slice(xml.indexOf("<item>")), /<(?:dc:|category|description|enclosure|media:)/);
});

test("a change leads to the interface, and is told from others by its day", () => {
  const [read] = parseRssFeed(renderRss(feedOf(CHANGED_INTERFACE, "/offering/acme-server/"), STYLE)).items ?? [];
  const place = absoluteUrl("/offering/acme-server/#interface-fhir-r4");
  assert.deepEqual([read?.link, read?.guid], [place, { value: `${place}-2026-07-24`, isPermaLink: false }]);
  assert.equal(read?.atom?.links, undefined);
});

test("a description that looks like HTML reaches the reader as the text it is, and quotes stay quotes", () => {
  const xml = renderRss(withItem(feed, { teaser: `It's <b> & "more"` }), STYLE);
  assert.equal(parseRssFeed(xml).items?.[0]?.description, `It's &lt;b&gt; &amp; "more"`);
});

test("a feed without a story is whole, and says when what it is about changed", () => {
  const empty = feedOf({ "topics/hl7-v2.md": "name: 'HL7: V2'\ndescription: Old." }, "/topic/hl7-v2/");
  const xml = renderRss(empty, STYLE);
  assert.match(xml, /<\/channel>\n<\/rss>\n$/);
  assert.match(xml, /<lastBuildDate>Fri, 02 Jan 2026 00:00:00 \+0000<\/lastBuildDate>/);
  assert.doesNotMatch(xml, /<item/);
});

test("a description is its text as HTML, whether or not it needs care", () => {
  const text = fc.array(fc.oneof(fc.constantFrom(..."<>&\"' \t\n\u00a0é’🎉&amp;"), fc.string({ unit: "binary" })));
  fc.assert(
    fc.property(text, (parts) => {
      assert.equal(toHtml(parts.join("")), sanitize(escapeMarkup(parts.join(""))));
    }),
  );
});
