import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { writeMarkdownDocument } from "../../src/outputs/markdown/write-document.ts";
import { buildPage } from "../../src/views/page.ts";
import { textCheck } from "./check-text.ts";
import { countsIn, pageOf, violationsIn } from "./testing.ts";

const markdown = (heading: string) =>
  writeMarkdownDocument(
    { view: { ...buildPage({ title: "A", description: "B", path: "/" }), heading }, content: [] },
    undefined,
  );

/** Files with this text, each as its format writes it. */
const filesWith = (text: string): Readonly<Record<string, string>> => ({
  "index.html": pageOf("/", { body: `<p>${text}</p>` }),
  "a/index.html": pageOf("/about/", { nodes: [{ "@id": "#a", name: text }] }),
  "index.md": markdown(text),
  "llms.txt": text,
  "api/v1/news.csv": `\uFEFFslug,name\r\na,${text}\r\n`,
  "api/v1/news.ndjson": `${JSON.stringify({ name: text })}\n`,
  "api/v1/news/a.json": JSON.stringify({ names: [text] }),
  "api/v1/topics.skos.jsonld": JSON.stringify({ [text]: 1 }),
  "feed.xml": `<rss>${text}</rss>`,
  "feeds/topics.opml": `<opml>${text}</opml>`,
});

test("text in any script, with tabs and ends of lines, has no violation, and is counted", async () => {
  const files = filesWith("Größe, 李明, محمد, नमस्ते, 👩\u200D⚕️, it’s\ta b\u00AD\u200B");
  assert.deepEqual(await violationsIn(textCheck, files), []);
  const { counts, short } = await countsIn(textCheck, files);
  assert.equal(counts[0]?.count, 10);
  assert.deepEqual(short, []);
});

describe("a character that is none is found in every format", () => {
  for (const [name, character] of Object.entries({
    bell: "\u0007",
    "escape of a terminal": "\u001B",
    delete: "\u007F",
    "apostrophe of Windows-1252": "\u0092",
    "next line": "\u0085",
    "first half of a pair": "\uD83D",
    "second half of a pair": "\uDE00",
    "sign for what could not be read": "\uFFFD",
    noncharacter: "\uFDD0",
  }))
    test(name, async () => {
      const files = filesWith(`it${character}s`);
      const violations = await violationsIn(textCheck, files);
      // Raw or escaped: the page whose structured data has it is found by the one or the other.
      const places = new Set(violations.map((found) => found.split(": ")[0]?.replace(/^\/a\/$/, "a/index.html")));
      assert.deepEqual([...places].sort(), Object.keys(files).sort());
    });
});

test("a violation names the character and what is before it", async () => {
  assert.deepEqual(await violationsIn(textCheck, { "llms.txt": "The bell\u0007" }), [
    'llms.txt: has the character U+0007 behind "The bell"',
  ]);
});

test("half a pair is found wherever it is, and no whole one", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: fc.constantFrom("a", "😀", "\uD83D", "\uDE00") }), async (text) => {
      const violations = await violationsIn(textCheck, { "a.json": JSON.stringify(text) });
      assert.equal(violations.length === 0, text.isWellFormed());
    }),
  );
});
