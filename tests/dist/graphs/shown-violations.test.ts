import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { BODY, type Node, violationsOf } from "./testing.ts";

describe("the page does not show", () => {
  const cases: readonly (readonly [what: string, changes: Node, violation: string])[] = [
    ["a word", { description: "Another" }, 'Article.description is not on the page: "Another"'],
    ["one of several names", { alternateName: ["Jo", "Joe"] }, 'Article.alternateName is not on the page: "Joe"'],
    ["a day", { dateCreated: "2026-01-03" }, 'Article.dateCreated is not on the page: "2026-01-03"'],
    ["a number", { wordCount: 77 }, "Article.wordCount is not on the page: 77"],
    ["a part of a number", { wordCount: 20 }, "Article.wordCount is not on the page: 20"],
    ["an address", { url: "https://other.example/" }, 'Article.url is not on the page: "https://other.example/"'],
    [
      "the type of a file",
      { associatedMedia: { "@type": "MediaObject", encodingFormat: "application/pdf" } },
      'MediaObject.encodingFormat is not on the page: "application/pdf"',
    ],
    ["a language", { inLanguage: "de" }, 'Article.inLanguage is not on the page: "de"'],
    [
      "a way to what an id names",
      { about: { "@type": "Thing", "@id": "https://other.example/#it", name: "Site" } },
      "no link leads to https://other.example/#it",
    ],
  ];
  for (const [what, changes, violation] of cases) {
    test(what, async () => {
      const violations = await violationsOf(changes);
      assert.ok(violations.includes(violation), violations.join("\n"));
    });
  }

  test("the type of a file in its letters, which is said in others", async () => {
    const media = { associatedMedia: { "@type": "MediaObject", encodingFormat: "application/pdf" } };
    assert.deepEqual(await violationsOf(media, `${BODY}<p>Read it (PDF)</p>`), []);
  });

  test("what is hidden, or in a script", async () => {
    const body = `${BODY}<p hidden>Hidden words</p><template>Hidden words</template><noscript>Hidden words</noscript>`;
    assert.deepEqual(await violationsOf({ description: "Hidden words" }, body), [
      'Article.description is not on the page: "Hidden words"',
    ]);
    assert.deepEqual(
      await violationsOf({ description: "Hidden words" }, `${BODY}<details>Hidden <b>words</b></details>`),
      [],
    );
  });
});
