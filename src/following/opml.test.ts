import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readXml, type XmlElement } from "../../tests/dist/read-xml.ts";
import { readSubscriptions, writeOpml } from "./opml.ts";
import { anyLists, topic } from "./testing.ts";

const ORIGIN = "https://curalog.example";

function outlinesOf(xml: string): XmlElement[] {
  const body = readXml(xml).children.find(({ name }) => name === "body");
  return [...(body?.children ?? [])];
}

const subscriptionsOf = (xml: string) =>
  outlinesOf(xml).map(({ attributes }) => ({ url: attributes["xmlUrl"] ?? "", label: attributes["text"] ?? "" }));

const isInXml = (character: string) => character >= " " && !"\uFFFE\uFFFF".includes(character);

test("the list has the feed, the page and the name of what is followed", () => {
  const [outline, ...others] = outlinesOf(writeOpml([topic("医療", 'A "B" & <C> ’s')], ORIGIN));
  assert.deepEqual(outline?.attributes, {
    type: "rss",
    version: "RSS2",
    text: 'A "B" & <C> ’s',
    title: 'A "B" & <C> ’s',
    xmlUrl: `${ORIGIN}/topic/${encodeURIComponent("医療")}/feed.xml`,
    htmlUrl: `${ORIGIN}/topic/${encodeURIComponent("医療")}/`,
  });
  assert.deepEqual(others, []);
});

test("an XML parser reads every label, without the characters that XML cannot have, and we read what is followed", () => {
  fc.assert(
    fc.property(anyLists, ({ followed }) => {
      const subscriptions = subscriptionsOf(writeOpml(followed, ORIGIN));
      const labels = followed.map(({ label }) => label.replace(/./gsu, (one) => (isInXml(one) ? one : "")));
      assert.deepEqual(
        subscriptions.map(({ label }) => label),
        labels,
      );
      const read = readSubscriptions(subscriptions, [ORIGIN]);
      assert.deepEqual(
        read.followed.map(({ kind, slug }) => ({ kind, slug })),
        followed.map(({ kind, slug }) => ({ kind, slug })),
      );
      assert.deepEqual(read.unknown, []);
    }),
  );
});

test("feeds of other sites, and those that follow no entry, are named as unknown", () => {
  const unknown = [
    "https://other.example/topic/hl7-fhir/feed.xml",
    `${ORIGIN}/feed.xml`,
    `${ORIGIN}/author/a/feed.xml`,
    `${ORIGIN}/news/a/feed.xml`,
    `${ORIGIN}/topic/index/feed.xml`,
    `${ORIGIN}/topic/a/b/feed.xml`,
    `${ORIGIN}/topic/%E0%A4%A/feed.xml`,
    `${ORIGIN}/topic/a/`,
    "javascript:alert(1)",
    "",
  ];
  const known = ["feed.xml", "atom.xml", "feed.json"].map((file) => `http://localhost:4321/offering/a/${file}`);
  const read = readSubscriptions(
    [...unknown, ...known].map((url) => ({ url, label: " A\n" })),
    [ORIGIN, "http://localhost:4321"],
  );
  assert.deepEqual(read.unknown, unknown);
  assert.deepEqual(read.followed, [{ kind: "offering", slug: "a", label: "A" }]);
});
