import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { emptyLists, listRules } from "./lists.ts";
import { parseLists, writeLists } from "./parse-lists.ts";
import { anyLists, topic } from "./testing.ts";

test("lists are read as they were written", () => {
  fc.assert(
    fc.property(anyLists, (lists) =>
      assert.deepEqual(parseLists(writeLists(lists)), { lists, unreadable: 0, over: 0 }),
    ),
  );
});

test("whatever else stands there never throws, and what is read of it is read again as the same", () => {
  const fields = fc.record(
    {
      version: fc.constantFrom(1, 1, 1, 0, 2, "1", null),
      followed: fc.anything(),
      read: fc.anything(),
      visit: fc.anything(),
    },
    { requiredKeys: [] },
  );
  const texts = fc.oneof(
    fc.string(),
    fc.json(),
    fc.oneof(fields, fc.anything()).map((value) => {
      try {
        return JSON.stringify(value) ?? "";
      } catch {
        return "[1,";
      }
    }),
    fc.tuple(anyLists, fc.nat()).map(([lists, at]) => {
      const text = writeLists(lists);
      return text.slice(0, at % text.length);
    }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const parsed = parseLists(text);
      if (parsed.problem) return;
      assert.deepEqual(parseLists(writeLists(parsed.lists)), { lists: parsed.lists, unreadable: 0, over: 0 });
    }),
  );
});

test("a text that is no document of ours is broken, and one of a later version is left alone", () => {
  for (const text of ["", "{", "null", "[]", "7", "{}", '{"version":"1"}', '{"version":0}', '{"version":1.5}'])
    assert.deepEqual(parseLists(text), { problem: "broken" }, text);
  assert.deepEqual(parseLists('{"version":2,"followed":7}'), { problem: "newer" });
  assert.deepEqual(parseLists('{"version":1}'), { lists: emptyLists, unreadable: 0, over: 0 });
});

test("what is no entry of a list is left out and counted", () => {
  const followed = [
    topic("hl7-fhir", " HL7:\n FHIR "),
    topic("hl7-fhir", "The same again"),
    { kind: "topic", slug: "untitled" },
    { kind: "news", slug: "a-story", label: "Stories are not followed" },
    { kind: "topic", slug: "../../evil", label: "No slug" },
    { kind: "constructor", slug: "a", label: "No kind" },
    null,
    "topic/a",
  ];
  const text = JSON.stringify({
    version: 1,
    followed,
    read: ["a", "a", 7, "A/B"],
    visit: { last: 5, since: "2026-02-30" },
  });
  assert.deepEqual(parseLists(text), {
    lists: {
      ...emptyLists,
      followed: [topic("hl7-fhir", "HL7: FHIR"), topic("untitled")],
      read: ["a"],
      visit: { last: 5, since: undefined },
    },
    // The same again loses nothing.
    unreadable: 5,
    over: 0,
  });
});

test("a list that is too long is cut", () => {
  const followed = Array.from({ length: listRules.followed.limit + 3 }, (_, index) => topic(`t${index}`));
  const parsed = parseLists(JSON.stringify({ version: 1, followed }));
  assert.ok(!parsed.problem);
  assert.equal(parsed.lists.followed.length, listRules.followed.limit);
  assert.deepEqual([parsed.unreadable, parsed.over], [0, 3]);
});
