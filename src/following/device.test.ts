import assert from "node:assert/strict";
import { test } from "node:test";
import type { Store } from "../lib/browser-store.ts";
import { memoryStore } from "../lib/testing.ts";
import { changeLists, deleteLists, KEY, readLists } from "./device.ts";
import { add, emptyLists, remove, visit } from "./lists.ts";
import { topic } from "./testing.ts";

test("a change is kept, two at once both are, and nothing is left when all is taken away", async () => {
  const store = memoryStore();
  const getStore = () => store;
  assert.deepEqual(readLists(getStore), { lists: emptyLists, isStored: false, dropped: 0, problem: undefined });
  await Promise.all(
    ["a", "b"].map((slug) => changeLists((lists) => add(lists, "followed", topic(slug)), { getStore })),
  );
  assert.deepEqual(readLists(getStore).lists.followed, [topic("b"), topic("a")]);
  const takeAway = (slug: string) => changeLists((lists) => remove(lists, "followed", topic(slug)), { getStore });
  await takeAway("a");
  assert.equal((await takeAway("b")).isStored, false);
  assert.equal(store.values.size, 0);
});

test("a document that cannot be read is not written over, and can be deleted", async () => {
  for (const [text, sentence] of [
    ["{", /cannot be read/],
    ['{"version":2}', /later version/],
  ] as const) {
    const store = memoryStore({ [KEY]: text });
    const kept = await changeLists((lists) => add(lists, "followed", topic("a")), { getStore: () => store });
    assert.match(kept.problem ?? "", sentence);
    assert.equal(store.values.get(KEY), text);
    assert.equal((await deleteLists(() => store)).problem, undefined);
    assert.equal(store.values.size, 0);
  }
});

test("what no entry is read from is counted, stays there at a visit, and is told by the change that leaves it out", async () => {
  const text = '{"version":1,"followed":[7]}';
  const store = memoryStore({ [KEY]: text });
  const getStore = () => store;
  const kept = readLists(getStore);
  assert.deepEqual([kept.lists, kept.dropped], [emptyLists, 1]);
  assert.equal((await changeLists((lists) => visit(lists, 5), { keepsUnreadable: true, getStore })).dropped, 1);
  assert.equal(store.values.get(KEY), text);
  assert.equal((await changeLists((lists) => add(lists, "followed", topic("a")), { getStore })).dropped, 1);
  assert.deepEqual([readLists(getStore).lists.followed, readLists(getStore).dropped], [[topic("a")], 0]);
});

test("a storage that refuses or is full ends in a sentence", async () => {
  const refuse = () => {
    throw new DOMException("no", "SecurityError");
  };
  const full: Store = {
    ...memoryStore(),
    setItem: () => {
      throw new DOMException("no room", "QuotaExceededError");
    },
  };
  const follow = (getStore: () => Store) => changeLists((lists) => add(lists, "followed", topic("a")), { getStore });
  assert.match((await follow(refuse)).problem ?? "", /lets the site store nothing/);
  assert.match((await deleteLists(refuse)).problem ?? "", /lets the site store nothing/);
  const kept = await follow(() => full);
  assert.match(kept.problem ?? "", /is full/);
  assert.deepEqual(kept.lists, emptyLists);
});
