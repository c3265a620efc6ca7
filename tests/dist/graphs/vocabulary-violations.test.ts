import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { BODY, HOME, type Node, SOURCE, violationsOf } from "./testing.ts";

describe("the vocabulary knows", () => {
  const cases: readonly (readonly [what: string, changes: Node, violation: string])[] = [
    ["no such type", { about: { "@type": "Topic", name: "Site" } }, '"Topic" is no type of schema.org'],
    ["no such property", { titel: "Site" }, "Article has no property titel"],
    ["no property of another type", { documentation: SOURCE }, "Article has no property documentation"],
    ["what was replaced", { isBasedOnUrl: SOURCE }, "Article.isBasedOnUrl was replaced by another property"],
    [
      "no text where a node is due",
      { publisher: "Site" },
      'Article.publisher is "Site", and should be Organization or Person',
    ],
    [
      "no node of another kind",
      { isBasedOn: { "@type": "Person", name: "Jo" } },
      "Article.isBasedOn is a Person, and should be CreativeWork or Product or URL",
    ],
    [
      "no reference to another kind",
      { isBasedOn: { "@id": `${HOME}author/jo/#author` } },
      "Article.isBasedOn is a Person, and should be CreativeWork or Product or URL",
    ],
    [
      "no day that is none",
      { dateCreated: "2026-02-30" },
      'Article.dateCreated is "2026-02-30", and should be Date or DateTime',
    ],
    [
      "no time that is none",
      { dateCreated: "2026-01-02T25:00:00Z" },
      'Article.dateCreated is "2026-01-02T25:00:00Z", and should be Date or DateTime',
    ],
    ["no number as text", { wordCount: "12" }, 'Article.wordCount is "12", and should be Integer'],
    ["no address without a scheme", { url: "/news/a/" }, 'Article.url is "/news/a/", and should be URL'],
    [
      "no member of an enumeration that has none of it",
      { digitalSourceType: "Site" },
      'Article.digitalSourceType is "Site", and should be IPTCDigitalSourceEnumeration',
    ],
    ["no empty text", { name: " " }, 'Article.name is " ", and should be Text'],
    ["no null", { name: null }, "Article.name is null, and should be Text"],
    ["no other keyword", { "@reverse": {} }, "Article has @reverse"],
  ];
  for (const [what, changes, violation] of cases) {
    test(what, async () => {
      const violations = await violationsOf(changes);
      assert.ok(violations.includes(violation), violations.join("\n"));
    });
  }

  test("a year, a month, a member and a time with its zone as what they are", async () => {
    const body = `${BODY}<time datetime="2024"></time> TrainedAlgorithmicMediaDigitalSource 12`;
    const changes = { dateCreated: "2024", wordCount: 12, digitalSourceType: "TrainedAlgorithmicMediaDigitalSource" };
    assert.deepEqual(await violationsOf(changes, body), []);
  });
});
