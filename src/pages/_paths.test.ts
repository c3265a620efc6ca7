import assert from "node:assert/strict";
import { test } from "node:test";

// Before the settings are read, which happens as modules load.
process.env["CURALOG_CONTENT"] = "tests/fixtures/healthy";
const { pageTypes } = await import("../outputs/page-types.ts");
const { getPages, pathsOf } = await import("./_paths.ts");
const markdown = await import("./[...page].md.ts");

test("the paths of a type have their params and their page, and a key that a page and its Markdown share", async () => {
  const [story] = await pathsOf(pageTypes.story, ({ slug }) => ({ slug }))();
  assert.ok(story);
  assert.deepEqual(story.params, { slug: "a-healthy-story" });
  assert.equal((await story.props.page.getView()).heading, story.props.page.subject.title);
  const alternate = (await markdown.getStaticPaths()).find(
    ({ params }) => params.page === "news/a-healthy-story/index",
  );
  assert.ok(story.cacheKey);
  assert.equal(alternate?.cacheKey, story.cacheKey);
  // One page, which makes the key once.
  assert.equal(alternate?.props.page, story.props.page);
});

test("a key is computed when it is read", async () => {
  for (const path of await markdown.getStaticPaths())
    assert.ok(Object.getOwnPropertyDescriptor(path, "cacheKey")?.get, path.params.page);
  assert.equal((await markdown.getStaticPaths()).length, (await getPages()).length);
});
