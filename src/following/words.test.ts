import assert from "node:assert/strict";
import { test } from "node:test";
import { add, emptyLists, markRead, merge } from "./lists.ts";
import { story, topic } from "./testing.ts";
import { describeDeletion, describeImport } from "./words.ts";

const some = add(add(add(emptyLists, "followed", topic("a")), "saved", story("s")), "saved", story("t"));

test("the question says what is deleted", () => {
  assert.equal(describeDeletion(some), "Delete 1 followed entry and 2 saved entries from this device?");
  const more = add(add(markRead(some, "s"), "hidden", topic("h")), "hidden", {
    kind: "organization",
    slug: "acme",
    label: "Acme",
  });
  assert.equal(
    describeDeletion(more),
    "Delete 1 followed entry, 2 saved entries, 1 hidden topic, 1 hidden publisher and 1 read mark from this device?",
  );
  assert.equal(describeDeletion(emptyLists), "Delete what is stored from this device?");
});

test("an import says what it took over and what it did not", () => {
  assert.equal(
    describeImport(merge(emptyLists, some), { unknown: [], unreadable: 0, over: 0 }),
    "Imported 1 followed entry and 2 saved entries.",
  );
  const here = add(emptyLists, "hidden", topic("a"));
  assert.equal(
    describeImport(merge(here, add(emptyLists, "followed", topic("a"))), {
      unknown: ["https://other.example/feed"],
      unreadable: 2,
      over: 3,
    }),
    "Nothing in the file is new to this device. Left out 4 entries: no room, or this device has the opposite (a). Not known here: 1 feed, first https://other.example/feed. Could not be read: 2 entries.",
  );
});

test("what an import left out is named, where it is not too much", () => {
  const file = { unknown: [], unreadable: 0, over: 0 };
  const hiding = (...slugs: string[]) => ({ ...emptyLists, hidden: slugs.map((slug) => topic(slug)) });
  const following = (...slugs: string[]) => ({ ...emptyLists, followed: slugs.map((slug) => topic(slug)) });
  const leftOut = (...slugs: string[]) => describeImport(merge(hiding(...slugs), following(...slugs)), file);
  assert.match(leftOut("a", "b"), /Left out 2 entries: no room, or this device has the opposite \(a, b\)\./);
  assert.match(leftOut("a", "b", "c", "d"), /\(a, b, c, …\)/);
});
