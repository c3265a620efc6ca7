import assert from "node:assert/strict";
import { test } from "node:test";
import { parseAtomFeed } from "feedsmith";
import { absoluteUrl } from "../../views/urls.ts";
import { renderAtom } from "./atom.ts";
import { ownWords } from "./own-words.ts";
import { feedOf, STYLE, withItem } from "./testing.ts";

const feed = feedOf();
const [item] = feed.items;
assert.ok(item);
const page = absoluteUrl("/news/story/");

test("an entry has all that is known of the story, as a library reads it", () => {
  const [read] = parseAtomFeed(renderAtom(feed, STYLE)).entries ?? [];
  assert.equal(read?.title?.value, "A story");
  assert.equal(read?.id, page);
  assert.equal(read?.published, "2026-01-02T00:00:00Z");
  assert.equal(read?.updated, "2026-03-04T00:00:00Z");
  assert.equal(read?.summary?.value, "In short.");
  assert.equal(read?.content?.type, "html");
  assert.equal(read?.content?.value, ownWords(item));
  assert.deepEqual(
    read?.authors?.map(({ name }) => name),
    ["Ann Lee", "李明"],
  );
  assert.equal(read?.dc, undefined, "libraries take a second date for that of the entry");
  assert.deepEqual(read?.categories, [{ term: "hl7-fhir", scheme: absoluteUrl("/topic/"), label: "HL7: FHIR" }]);
  assert.deepEqual(
    read?.links?.map(({ rel, href, type, length, title }) => [rel, href, type, length, title]),
    [
      ["alternate", page, "text/html", undefined, undefined],
      ["via", "https://acme.example/story", undefined, undefined, "acme.example"],
      ["enclosure", absoluteUrl("/images/a.png"), "image/png", 123, "A drawing"],
    ],
  );
});

test("the feed says what it is, by whom, where and when it changed", () => {
  const read = parseAtomFeed(renderAtom(feedOf(undefined, "/topic/hl7-fhir/"), STYLE));
  assert.equal(read.title?.value, "Curalog: HL7: FHIR");
  assert.equal(read.subtitle?.value, "The standard.");
  assert.equal(read.id, absoluteUrl("/topic/hl7-fhir/"));
  assert.equal(read.updated, "2026-03-04T00:00:00Z");
  assert.deepEqual(
    read.authors?.map(({ name, uri }) => [name, uri]),
    [["Curalog", absoluteUrl("/")]],
  );
  assert.deepEqual(
    read.links?.map(({ rel, href }) => [rel, href]),
    [
      ["self", absoluteUrl("/topic/hl7-fhir/atom.xml")],
      ["alternate", absoluteUrl("/topic/hl7-fhir/")],
    ],
  );
  assert.deepEqual(read.sy, { updatePeriod: "daily", updateFrequency: 4, updateBase: "2000-01-03T00:00:00Z" });
});

test("a title in another language than the site's says in which", () => {
  assert.match(renderAtom(withItem(feed, { language: "he" }), STYLE), /<title xml:lang="he">A story<\/title>/);
  assert.match(renderAtom(feed, STYLE), /<title>A story<\/title>/);
});

test("a feed without a story has the date of change that the format asks for, the same in every build", () => {
  const empty = feedOf({ "topics/hl7-v2.md": "name: 'HL7: V2'\ndescription: Old." }, "/topic/hl7-v2/");
  assert.match(renderAtom(empty, STYLE), /<updated>2026-01-02T00:00:00Z<\/updated>/);
});
