import assert from "node:assert/strict";
import { test } from "node:test";
import { findEntry } from "./find-entry.ts";
import { topic } from "./testing.ts";

const ORIGIN = "https://curalog.example";
const MOVED = `<meta http-equiv="refresh" content="0; url=/topic/new/"><link rel="canonical" href="${ORIGIN}/topic/new/">`;

/** A site that answers with these texts, and where it ends up for redirects. */
function siteOf(answers: Readonly<Record<string, string | number | { to: string }>>): typeof fetch {
  return async (input) => {
    const answer = answers[String(input)] ?? 404;
    const response =
      typeof answer === "string"
        ? new Response(answer)
        : new Response("", { status: typeof answer === "number" ? answer : 200 });
    const path = typeof answer === "object" ? answer.to : String(input);
    return Object.defineProperty(response, "url", { value: ORIGIN + path });
  };
}

const find = (answers: Parameters<typeof siteOf>[0]) => findEntry(topic("old"), siteOf(answers));

test("an entry that has a record is where it was", async () => {
  assert.deepEqual(await find({ "/api/v1/topic/old.json": "{}" }), topic("old"));
});

test("a renamed entry is found by the redirect of a host, or by the page at its old address", async () => {
  const renamed = { kind: "topic", slug: "new" };
  assert.deepEqual(await find({ "/topic/old/": { to: "/topic/new/" } }), renamed);
  assert.deepEqual(await find({ "/topic/old/": MOVED }), renamed);
});

test("an entry without a page is gone, and one of which the site does not tell is unknown", async () => {
  assert.equal(await find({}), "gone");
  assert.equal(await find({ "/topic/old/": 410 }), "gone");
  assert.equal(await find({ "/topic/old/": "<h1>Some page</h1>" }), "gone");
  assert.equal(await find({ "/api/v1/topic/old.json": 500 }), "unknown");
  assert.equal(await find({ "/topic/old/": 503 }), "unknown");
  const offline = () => Promise.reject(new TypeError("Failed to fetch"));
  assert.equal(await findEntry(topic("old"), offline), "unknown");
});
