import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  add,
  emptyLists,
  has,
  hasEntries,
  isFull,
  keyOf,
  type Lists,
  listNames,
  listRules,
  markRead,
  merge,
  READ_LIMIT,
  remove,
  rename,
  visit,
} from "./lists.ts";
import { anyLists, story, topic } from "./testing.ts";

const HOUR = 3_600_000;
const at = (time: string) => Date.parse(time);
const visited = (...times: string[]) => times.map(at).reduce(visit, emptyLists).visit;

test("what is added comes first, once, and can be taken away", () => {
  const lists = add(add(add(emptyLists, "followed", topic("a")), "followed", topic("b")), "followed", topic("a"));
  assert.deepEqual(lists.followed.map(keyOf), ["topic/b", "topic/a"]);
  assert.ok(has(lists, "followed", topic("a")) && !has(lists, "hidden", topic("a")));
  assert.deepEqual(remove(remove(lists, "followed", topic("a")), "followed", topic("b")), emptyLists);
  assert.ok(hasEntries(lists) && !hasEntries(emptyLists));
});

test("what is followed is no longer hidden, and the other way round", () => {
  const hidden = add(add(emptyLists, "followed", topic("a")), "hidden", topic("a"));
  assert.deepEqual([hidden.followed, hidden.hidden], [[], [topic("a")]]);
  const followed = add(hidden, "followed", topic("a"));
  assert.deepEqual([followed.followed, followed.hidden], [[topic("a")], []]);
});

test("a full list takes no more", () => {
  const { limit } = listRules.followed;
  const full: Lists = { ...emptyLists, followed: Array.from({ length: limit }, (_, index) => topic(`t${index}`)) };
  assert.ok(isFull(full, "followed"));
  assert.equal(add(full, "followed", topic("more")), full);
});

test("a new name and a new label reach every list, and two entries that become one are one", () => {
  const offering = { kind: "offering", slug: "old", label: "Old" } as const;
  const lists = add(add(emptyLists, "followed", offering), "saved", offering);
  const moved = { kind: "offering", slug: "new" } as const;
  const renamed = rename(rename(lists, offering, moved), moved, { ...moved, label: "New" });
  assert.deepEqual(
    [...renamed.followed, ...renamed.saved].map(({ slug, label }) => `${slug} ${label}`),
    ["new New", "new New"],
  );
  const both = add(lists, "followed", { ...offering, slug: "new" });
  assert.deepEqual(rename(both, offering, { kind: "offering", slug: "new" }).followed.map(keyOf), ["offering/new"]);
});

test("the last story read comes first, and the oldest are forgotten", () => {
  const lists = ["a", "b", "a"].reduce(markRead, emptyLists);
  assert.deepEqual(lists.read, ["a", "b"]);
  assert.equal(markRead(lists, "a"), lists);
  const many = Array.from({ length: READ_LIMIT + 1 }, (_, index) => `s${index}`).reduce(markRead, emptyLists);
  assert.deepEqual([many.read.length, many.read.at(-1)], [READ_LIMIT, "s1"]);
});

test("the day since when things are new stays while one reads, and moves with the next visit", () => {
  assert.deepEqual(visited("2026-11-03T15:00Z"), { last: at("2026-11-03T15:00Z"), since: undefined });
  const times = ["2026-11-03T15:00Z", "2026-11-05T09:00Z", "2026-11-05T12:59Z", "2026-11-05T16:58Z"];
  assert.equal(visited(...times)?.since, "2026-11-03");
  assert.equal(visited(...times, "2026-11-05T20:59Z")?.since, "2026-11-05");
});

test("the day is the one of the last time zone, so that no story curated there that day is missed", () => {
  assert.equal(visited("2026-11-03T11:59Z", "2026-11-09T00:00Z")?.since, "2026-11-02");
  assert.equal(visited("2026-11-03T12:00Z", "2026-11-09T00:00Z")?.since, "2026-11-03");
});

test("a clock that was set back or forth does no harm", () => {
  assert.equal(visited("2030-01-01T00:00Z", "2026-11-03T15:00Z", "2026-11-05T15:00Z")?.since, "2026-11-03");
  assert.equal(visit(visit(emptyLists, 0), 5 * HOUR).visit?.since, "1970-01-01");
});

test("merging takes over what is not here, and nothing the second time", () => {
  const here = add(add(emptyLists, "followed", topic("a", "Ours")), "hidden", topic("h"));
  const there = ["a", "b", "h"].reduce((lists, slug) => add(lists, "followed", topic(slug, "Theirs")), emptyLists);
  const merged = merge(here, add(there, "saved", story("s")));
  assert.deepEqual(merged.lists.followed, [topic("a", "Ours"), topic("b", "Theirs")]);
  assert.deepEqual(merged.added, { followed: [topic("b", "Theirs")], saved: [story("s")], hidden: [] });
  assert.deepEqual(merged.left, [topic("h", "Theirs")]);
  assert.deepEqual(merged.lists.hidden, here.hidden);
});

test("merging twice is merging once, keeps what is here, and never breaks a list", () => {
  fc.assert(
    fc.property(anyLists, anyLists, (here, there) => {
      const { lists } = merge(here, there);
      assert.deepEqual(merge(lists, there).lists, lists);
      assert.deepEqual(merge(here, here).lists, here);
      for (const list of listNames) {
        assert.deepEqual(lists[list].slice(0, here[list].length), here[list]);
        assert.equal(new Set(lists[list].map(keyOf)).size, lists[list].length);
      }
      assert.deepEqual(
        lists.followed.filter((entry) => has(lists, "hidden", entry)),
        [],
      );
    }),
  );
});

test("merging leaves what a full list has no room for", () => {
  const { limit } = listRules.followed;
  const manyOf = (letter: string) => Array.from({ length: limit - 1 }, (_, index) => topic(`${letter}${index}`));
  const { lists, added, left } = merge(
    { ...emptyLists, followed: manyOf("a") },
    { ...emptyLists, followed: manyOf("b") },
  );
  assert.deepEqual([lists.followed.length, added.followed.length, left.length], [limit, 1, limit - 2]);
});
