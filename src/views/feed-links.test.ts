import assert from "node:assert/strict";
import { test } from "node:test";
import { toFeedLinks, toFormatLinks } from "./feed-links.ts";

test("a page is followed in three formats, by files that lie beside it", () => {
  assert.deepEqual(toFormatLinks("/topic/a/"), [
    { href: "/topic/a/feed.xml", label: "RSS", type: "application/rss+xml" },
    { href: "/topic/a/atom.xml", label: "Atom", type: "application/atom+xml" },
    { href: "/topic/a/feed.json", label: "JSON Feed", type: "application/feed+json" },
  ]);
});

test("where only the label is shown, it says what the feed holds", () => {
  assert.deepEqual(
    toFeedLinks("HL7: FHIR", "/topic/a/").map(({ label }) => label),
    ["HL7: FHIR, RSS", "HL7: FHIR, Atom", "HL7: FHIR, JSON Feed"],
  );
});
