import assert from "node:assert/strict";
import { test } from "node:test";
import { headerTable } from "../outputs/hosts/header-table.ts";
import { headersFor } from "../outputs/hosts/testing.ts";
import { renderVercelConfig } from "../outputs/hosts/vercel.ts";
import { toRegExp, vercelHeaders } from "./vercel-headers.ts";

test("the headers of vercel.json are those of the table", () => {
  const table = headerTable("default-src 'self'");
  const config = JSON.parse(renderVercelConfig(table, []));
  for (const path of ["/topic/a/feed.json", "/assets/a.md", "/api/v1/news.csv", "/feeds/topics.opml"])
    assert.deepEqual(
      new Map([...vercelHeaders(config, path)].sort()),
      new Map([...headersFor(table, path)].sort()),
      path,
    );
});

test("a source is literal text, escaped signs and groups", () => {
  assert.ok(toRegExp("/a.b(.*)").test("/a.bcd/e"));
  assert.ok(!toRegExp("/a.b(.*)").test("/axb"));
  assert.ok(toRegExp("/a\\(b\\)\\:c(/?)").test("/a(b):c/"));
});

test("former addresses are escaped for path-to-regexp and for the address itself", () => {
  const { redirects } = JSON.parse(renderVercelConfig(headerTable(""), [{ from: "/é/(x):y+{z}/", to: "/topic/a/" }]));
  assert.deepEqual(redirects, [
    { source: "/%C3%A9/\\(x\\)\\:y\\+%7Bz%7D(/?)", destination: "/topic/a/", statusCode: 301 },
  ]);
});
