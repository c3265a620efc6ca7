/** What a check says of stories on one event. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { BUILD_DATE, type Files, healthy, news, writeContent } from "../../catalog/testing.ts";
import { checkFolder } from "./testing.ts";

const TITLE = "Attackers read records of Kestrel through unprotected endpoint";
const told = (host: string, lines: Readonly<Record<string, string>> = {}) =>
  news({ title: TITLE, published: "2026-01-02", link: `https://${host}.example/1`, ...lines });

const filesWith = (lines: Readonly<Record<string, string>> = {}): Files =>
  healthy({ "news/2026/first.md": told("one"), "news/2026/second.md": told("two", { date: BUILD_DATE, ...lines }) });

test("the story of the day is told to join another, with the way to deny it", async (t) => {
  const root = await writeContent(t, filesWith());
  const { joined, events } = await checkFolder(root);
  assert.equal(events, 1);
  assert.deepEqual(joined, [
    {
      file: "news/2026/second.md",
      message:
        "On the same event as news/2026/first.md, by what they say: lists show the event once. To part them, write 'notSameAs: [first]'",
    },
  ]);
  const named = await checkFolder(root, { files: ["news/2026/first.md"] });
  assert.deepEqual(
    named.joined.map(({ file }) => file),
    ["news/2026/first.md"],
  );
  const both = await checkFolder(root, { files: ["news"] });
  assert.equal(both.joined.length, 1, "once for each event");
});

test("nothing is told of what an editor stated or denied", async (t) => {
  const stated = await checkFolder(await writeContent(t, filesWith({ sameStoryAs: "first" })));
  assert.deepEqual([stated.joined, stated.events], [[], 1]);
  const denied = await checkFolder(await writeContent(t, filesWith({ notSameAs: "first" })));
  assert.deepEqual([denied.joined, denied.events], [[], 0]);
});
