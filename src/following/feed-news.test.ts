import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { renderJsonFeed } from "../outputs/feeds/json-feed.ts";
import { feedOf } from "../outputs/feeds/testing.ts";
import { FEED_ITEMS } from "../vocab/feed-format.ts";
import { type FeedItem, gatherNews, mayHaveMore, parseFeed, publishersOf, topicsOf } from "./feed-news.ts";

const item = (id: string, curated: string, sameEvent: readonly string[] = []): FeedItem => ({
  id,
  path: `/news/${id}/`,
  title: id,
  teaser: undefined,
  source: undefined,
  curated,
  publisher: undefined,
  topics: [],
  sameEvent,
});

test("a feed of the site is read", () => {
  assert.deepEqual(parseFeed(renderJsonFeed(feedOf()))?.items, [
    {
      id: "https://curalog.org/news/story/",
      path: "/news/story/",
      title: "A story",
      teaser: "In short.",
      source: { label: "Acme", isHost: false },
      curated: "2026-01-02",
      publisher: "acme",
      topics: ["hl7-fhir"],
      sameEvent: [],
    },
  ]);
});

test("no text throws, and no item leads away from the pages of entries", () => {
  const url = fc.oneof(
    fc.webUrl(),
    fc.constantFrom("javascript:alert(1)", "https://a.example//evil.example/news/a/", "https://a.example/news/a/#b"),
  );
  const items = fc.array(
    fc.oneof(
      fc.anything(),
      fc.record({
        id: fc.string(),
        url,
        title: fc.string(),
        date_published: fc.constantFrom("2026-01-02", "2026-13-01", "x"),
        _curalog: fc.anything(),
      }),
    ),
  );
  const texts = fc.oneof(
    fc.string(),
    fc.json(),
    items.map((list) => {
      try {
        return JSON.stringify({ items: list });
      } catch {
        return "";
      }
    }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      for (const { path, title } of parseFeed(text)?.items ?? []) {
        assert.match(path, /^\/(news|offering|topic|organization)\/[^/?#]+\/(#|$)/);
        assert.notEqual(title, "");
      }
    }),
  );
  assert.equal(parseFeed("<html>"), undefined);
  assert.equal(parseFeed("{}"), undefined);
});

test("news is in the order of curation, once, with everything that it is followed by", () => {
  const [a, b, c] = [item("a", "2026-01-01"), item("b", "2026-01-03"), item("c", "2026-01-03")];
  const rows = gatherNews([
    { label: "Topic", items: [a, b] },
    { label: "Offering", items: [b, c] },
    { label: "Topic", items: [b] },
  ]);
  assert.deepEqual(
    rows.map(({ id, from }) => [id, from.join()]),
    [
      ["b", "Offering,Topic"],
      ["c", "Offering"],
      ["a", "Topic"],
    ],
  );
});

test("an event is one row under what was curated last, which names the others", () => {
  const rows = gatherNews([
    { label: "X", items: [item("a", "2026-01-01", ["b", "c"]), item("d", "2026-01-02")] },
    { label: "Y", items: [item("b", "2026-01-04", ["a", "c"])] },
  ]);
  assert.deepEqual(
    rows.map(({ id, also, from }) => [id, also.map((one) => one.id), from]),
    [
      ["b", ["a"], ["X", "Y"]],
      ["d", [], ["X"]],
    ],
  );
});

test("a row is hidden by the topics and publishers of all that tell of its event", () => {
  const lead = { ...item("a", "2026-01-02", ["b"]), publisher: "acme", topics: ["x"] };
  const other = { ...item("b", "2026-01-01", ["a"]), topics: ["x", "y"] };
  const [row] = gatherNews([{ label: "X", items: [lead, other] }]);
  assert.ok(row);
  assert.deepEqual(
    [topicsOf(row), publishersOf(row)],
    [
      ["x", "y"],
      ["acme", "-"],
    ],
  );
});

test("a full feed that has nothing older than the last visit may have lost what is new", () => {
  const items = Array.from({ length: FEED_ITEMS }, (_, index) =>
    item(`a${index}`, index === 0 ? "2026-01-02" : "2026-01-03"),
  );
  assert.ok(mayHaveMore({ label: "X", items }, "2026-01-02"));
  assert.ok(!mayHaveMore({ label: "X", items }, "2026-01-03"));
  assert.ok(!mayHaveMore({ label: "X", items: items.slice(1) }, "2026-01-02"));
});
