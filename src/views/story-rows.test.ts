import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogOf, healthy, news } from "../catalog/testing.ts";
import { toRowData } from "./parts.ts";
import { countStories, firstStoryRows, toSameEvent, toStoryRows } from "./story-rows.ts";

const story = (slug: string, published: string, more: Readonly<Record<string, string>> = {}) => ({
  [`news/2026/${slug}.md`]: news({ title: `About ${slug}`, published, link: `https://${slug}.example/1`, ...more }),
});

const catalog = catalogOf(
  healthy({
    "organizations/second.md": "name: The Second\ntype: news\nhosts: [second.example, third.example]",
    ...story("story", "2026-01-05"),
    ...story("first", "2026-01-02"),
    ...story("second", "2026-01-03", { sameStoryAs: "first" }),
    ...story("third", "unknown", { sameStoryAs: "first" }),
    ...story("fourth", "2026-01-04", { sameStoryAs: "first" }),
  }),
);

const items = new Map(catalog.news.map((item) => [item.slug, item]));
const listOf = (...slugs: readonly string[]) => slugs.flatMap((slug) => items.get(slug) ?? []);
const shown = (...slugs: readonly string[]) =>
  toStoryRows(listOf(...slugs)).map(({ label, also }) => [label, ...also.map((one) => `${one.href} ${one.label}`)]);

test("stories on one event are one row, which names the others by their sources and leads to their pages", () => {
  assert.deepEqual(shown("story", "fourth", "second", "first"), [
    ["About story"],
    ["About first", "/news/second/ The Second", "/news/fourth/ fourth.example"],
  ]);
});

test("a story stands for itself where the lead and the others are not in the list", () => {
  assert.deepEqual(shown("fourth", "story"), [["About fourth"], ["About story"]]);
  assert.deepEqual(shown("fourth", "second"), [["About second", "/news/fourth/ fourth.example"]]);
});

test("two stories of one source are told apart by their days", () => {
  const [row] = toStoryRows(listOf("second", "first", "third"));
  assert.deepEqual(
    row?.also.map(({ label, note }) => [label, note]),
    [
      ["The Second", "3 January 2026"],
      ["The Second", "date not stated"],
    ],
  );
});

test("a row has the data of every story in it: the day of the newest, each publisher and topic once", () => {
  const rows = toStoryRows(listOf("story", "first", "second", "third", "fourth"));
  assert.deepEqual(
    rows.map(({ data }) => data["data-publishers"]),
    ["-", "- second"],
  );
  const days = listOf("first", "second").map((item, index) => ({ ...item, date: `2026-01-0${index + 2}` }));
  assert.deepEqual(toRowData(days)["data-curated"], "2026-01-03");
});

test("a list of so many rows takes as many stories as it needs", () => {
  const rows = firstStoryRows(catalog.news, 2);
  assert.deepEqual(
    rows.map(({ label }) => label),
    ["About story", "About fourth"],
  );
  assert.deepEqual(
    firstStoryRows(catalog.news, 3).map(({ label, also }) => [label, also.length]),
    [
      ["About story", 0],
      ["About first", 3],
    ],
  );
  assert.equal(countStories(toStoryRows(catalog.news)), catalog.news.length);
});

test("a story names the others on its event, each with its day", () => {
  const [third] = listOf("third");
  assert.ok(third);
  assert.deepEqual(
    toSameEvent(third).map(({ label, note }) => [label, note]),
    [
      ["first.example", "2 January 2026"],
      ["The Second", "3 January 2026"],
      ["fourth.example", "4 January 2026"],
    ],
  );
  assert.deepEqual(toSameEvent(listOf("story")[0] ?? third), []);
});
