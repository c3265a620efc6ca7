import assert from "node:assert/strict";
import { test } from "node:test";
import { healthy, news } from "../../catalog/testing.ts";
import type { NewsLayout } from "../../vocab/news-folder.ts";
import { readTexts } from "./content-files.ts";
import { folderWith } from "./testing.ts";
import { formatTidied, tidy } from "./tidy.ts";

const FILES = healthy({
  "news/2025/may.md": news({ date: "2025-05-17", link: "https://acme.example/may" }),
  "news/2025/04/wrong.md": news({ date: "2025-06-01", link: "https://acme.example/wrong" }),
  "news/2025/unfinished.md": "title: No day",
});

async function run(settings: Awaited<ReturnType<typeof folderWith>>, layout: NewsLayout, isDryRun = false) {
  const before = [...(await readTexts(settings.contentRoot)).keys()];
  const done = await tidy(settings, { layout, isDryRun });
  const after = new Set((await readTexts(settings.contentRoot)).keys());
  return { done, gone: before.filter((file) => !after.has(file)), after };
}

test("stories move to the month of their day, and back, with every byte; what cannot be read stays", async (t) => {
  const settings = await folderWith(t, FILES);
  const before = await readTexts(settings.contentRoot);
  const { done, gone, after } = await run(settings, "month");
  assert.deepEqual(gone, ["news/2025/04/wrong.md", "news/2025/may.md", "news/2026/story.md"]);
  for (const file of ["news/2025/05/may.md", "news/2025/06/wrong.md", "news/2026/01/story.md"]) {
    assert.ok(after.has(file), file);
  }
  assert.equal(
    formatTidied(done),
    `  news/2025/04/wrong.md -> news/2025/06/wrong.md
  news/2025/may.md -> news/2025/05/may.md
  news/2026/story.md -> news/2026/01/story.md
  news/2025/unfinished.md stays where it is: it has an error (npm run check)
3 files moved`,
  );
  assert.equal((await run(settings, "month")).done.moved.length, 0);
  await run(settings, "year");
  const texts = await readTexts(settings.contentRoot);
  assert.equal(texts.get("news/2025/may.md"), before.get("news/2025/may.md"));
  assert.equal(texts.size, before.size);
});

test("a dry run writes nothing", async (t) => {
  const { done, gone } = await run(await folderWith(t, FILES), "month", true);
  assert.equal(done.moved.length, 3);
  assert.deepEqual(gone, []);
});

test("two files that would be one are refused before anything moves", async (t) => {
  const again = news({ date: "2025-05-18", link: "https://acme.example/again", slug: "another" });
  const settings = await folderWith(t, { ...FILES, "news/2025/more/may.md": again });
  await assert.rejects(run(settings, "month"), {
    message:
      "Nothing was moved: news/2025/may.md and news/2025/more/may.md would both be news/2025/05/may.md; rename one of them",
  });
  assert.ok((await readTexts(settings.contentRoot)).has("news/2025/may.md"));
});
