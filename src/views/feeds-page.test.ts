import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogOf, healthy } from "../catalog/testing.ts";
import { buildFeedsPage } from "./feeds-page.ts";

const catalog = catalogOf(
  healthy({
    "topics/hl7-v2.md": "name: 'HL7: V2'\ndescription: The older one.",
    "topics/symplur-fhir.md": "name: 'Symplur: #FHIR'\ndescription: A hashtag.",
  }),
);

test("the feeds page has a feed for every topic, by vocabulary", () => {
  const { all, outline, vocabularies } = buildFeedsPage(catalog);
  assert.deepEqual(
    all.map(({ href, label }) => [href, label]),
    [
      ["/feed.xml", "RSS"],
      ["/atom.xml", "Atom"],
      ["/feed.json", "JSON Feed"],
    ],
  );
  assert.equal(outline, "/feeds/topics.opml");
  assert.deepEqual(
    vocabularies.map(({ name, feeds }) => [name, feeds.map(({ href, note }) => [href, note])]),
    [
      [
        "HL7",
        [
          ["/topic/hl7-fhir/feed.xml", "1 story"],
          ["/topic/hl7-v2/feed.xml", "0 stories"],
        ],
      ],
      ["Symplur", [["/topic/symplur-fhir/feed.xml", "0 stories"]]],
    ],
  );
});

test("what has feeds is said, and where those are that the page does not list", () => {
  const { head, elsewhere } = buildFeedsPage(catalog);
  assert.match(head.description, /of all news, the weekly digest, every topic, .* and every author, as RSS/);
  assert.match(elsewhere, /^There are also feeds of every offering, every organization and every author,/);
});
