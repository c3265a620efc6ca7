import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isA } from "./schema-org.ts";
import { BODY, type Node, violationsOf } from "./testing.ts";

test("a type is itself and what is above it", () => {
  assert.ok(isA("NGO", "Organization") && isA("NGO", "NGO") && isA("BreadcrumbList", "ItemList"));
  assert.ok(!isA("Organization", "NGO") && !isA("Article", "Organization") && !isA(undefined, "Article"));
});

describe("a graph has", () => {
  const cases: readonly (readonly [what: string, changes: Node, violation: string])[] = [
    ["no type that the site does not use", { about: { "@type": "Topic", name: "Site" } }, '"Topic" is no type in use'],
    ["no day that does not exist", { dateCreated: "2026-02-30" }, 'Article.dateCreated is "2026-02-30"'],
    [
      "no time that does not exist",
      { dateCreated: "2026-01-02T25:00:00Z" },
      'Article.dateCreated is "2026-01-02T25:00:00Z"',
    ],
    ["no date in words", { startDate: "May 2026" }, 'Article.startDate is "May 2026"'],
    ["no empty text", { name: " " }, 'Article.name is " "'],
    ["no null", { name: null }, "Article.name is null"],
    ["no other keyword", { "@reverse": {} }, "Article has @reverse"],
  ];
  for (const [what, changes, violation] of cases) {
    test(what, async () => {
      const violations = await violationsOf(changes);
      assert.ok(violations.includes(violation), violations.join("\n"));
    });
  }

  test("a year and a time with its zone", async () => {
    const body = `${BODY}<time datetime="2024"></time>`;
    assert.deepEqual(await violationsOf({ dateCreated: "2024", datePublished: "2026-01-02T23:00:00+02:00" }, body), [
      "Article was changed before it was published",
    ]);
  });
});
