import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import fc from "fast-check";
import { readContent } from "../catalog/content-cache.ts";
import { useContent } from "../catalog/get-catalog.ts";
import { healthy, news, textOf } from "../catalog/testing.ts";
import { pageTypes } from "../outputs/page-types.ts";
import { entityDataUrl, entityUrl, markdownUrl } from "../views/urls.ts";
import { pathsOf } from "./_paths.ts";
import { StaticPath, toParam } from "./_static-path.ts";
import * as markdown from "./[...page].md.ts";

const contentRoot = mkdtempSync(join(tmpdir(), "curalog-"));
after(() => rmSync(contentRoot, { recursive: true }));
for (const [file, text] of Object.entries(healthy({ "news/2026/story.md": news({ author: "[李明]" }) }))) {
  mkdirSync(dirname(join(contentRoot, file)), { recursive: true });
  writeFileSync(join(contentRoot, file), textOf(text));
}
useContent(await readContent({ contentRoot, imageRoot: contentRoot, documentRoot: contentRoot }));

async function markdownPath(page: string) {
  const path = (await markdown.getStaticPaths()).find(({ params }) => params.page === page);
  assert.ok(path, page);
  return path;
}

test("the paths of a type have their params and their page, and a key that a page and its Markdown share", async () => {
  const [story] = await pathsOf(pageTypes.story, ({ slug }) => ({ slug }))();
  assert.ok(story);
  assert.deepEqual(story.params, { slug: "story" });
  assert.equal(story.props.page.subject.title, "A story");
  const alternate = await markdownPath("news/story/index");
  assert.ok(story.cacheKey);
  assert.equal(alternate.cacheKey, story.cacheKey);
  // One page, which makes the key once.
  assert.equal(alternate.props.page, story.props.page);
});

test("the Markdown of the home page and of a name in any script is beside the page", async () => {
  assert.equal((await markdownPath("index")).props.page.path, "/");
  assert.equal((await markdownPath("author/李明/index")).props.page.path, `/author/${encodeURIComponent("李明")}/`);
});

test("an address is the name of a file in any script, under every route of several segments", () => {
  fc.assert(
    fc.property(fc.constantFrom("größe", "李明", "محمد", "がぎ", "कि", "ё", "a-b", "𠮷野家"), (slug) => {
      const page = entityUrl({ kind: "author", slug });
      assert.equal(toParam(page), `author/${slug}`);
      assert.equal(toParam(markdownUrl(page), ".md"), `author/${slug}/index`);
      assert.equal(toParam(entityDataUrl({ kind: "author", slug }), ".json"), `api/v1/author/${slug}`);
    }),
  );
  assert.equal(toParam("/"), undefined);
});

test("a key is made when it is read", () => {
  const made: string[] = [];
  const path = new StaticPath({ slug: "a" }, { word: "a" }, ({ word }) => `${made.push(word)}`);
  assert.deepEqual(made, []);
  assert.equal(path.cacheKey, "1");
});
