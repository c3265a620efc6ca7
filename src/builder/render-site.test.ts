import assert from "node:assert/strict";
import { test } from "node:test";
import { toFile, toRenderTasks } from "./render-site.ts";
import type { SitePath } from "./site-entry.ts";

test("a page is a file in a folder of its own; the home page and the 404 page are at the root, other files where their path says", () => {
  for (const [path, file] of [
    ["/", "index.html"],
    ["/404/", "404.html"],
    ["/news/a-story/", "news/a-story/index.html"],
    ["/news/café/日本/", "news/café/日本/index.html"],
    ["/topic/hl7-fhir/feed.xml", "topic/hl7-fhir/feed.xml"],
  ] as const)
    assert.equal(toFile(path), file);
});

const page: SitePath = { path: "/a/", component: "src/pages/a.astro", type: "page", cacheKey: "key" };
const nothing = { findDigest: () => undefined };
const keyOf = (path: SitePath, code = "code") => toRenderTasks([path], () => code, nothing)[0]?.key;

test("a key stands for one file, one state of the code and one cache key; without the latter there is none", () => {
  const key = keyOf(page);
  assert.equal(keyOf({ ...page }), key);
  const others = [keyOf({ ...page, path: "/b/" }), keyOf({ ...page, cacheKey: "other" }), keyOf(page, "other")];
  assert.equal(new Set([key, ...others]).size, 4);
  assert.equal(keyOf({ ...page, cacheKey: undefined }), undefined);
});

test("a page and its alternates follow one another", () => {
  const paths = ["/a/", "/b/", "/a/index.md", "/b/index.md"].map((path) => ({ ...page, path }));
  assert.deepEqual(
    toRenderTasks(paths, () => "", nothing).map(({ file }) => file),
    ["a/index.html", "a/index.md", "b/index.html", "b/index.md"],
  );
});
