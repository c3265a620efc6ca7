import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { loadCatalog } from "../src/catalog/load-content.ts";
import { formatDiagnostics } from "../src/ingest/format-diagnostics.ts";
import { parseContentFile } from "../src/ingest/front-matter.ts";
import { corpusFiles, writeBuildCorpus } from "./build-corpus.ts";

const size = { stories: 1000, seed: 1 };
const files = [...corpusFiles(size)];
const inFolder = (folder: string) => files.filter(({ path }) => path.startsWith(`${folder}/`));
const stories = inFolder("news").map(({ path, text }) => {
  const parsed = parseContentFile(Buffer.from(text), path);
  assert.ok(parsed.ok, path);
  return { path, text, ...parsed.value };
});
const share = (isCounted: (story: (typeof stories)[number]) => boolean) =>
  stories.filter(isCounted).length / stories.length;

const folder = mkdtempSync(join(tmpdir(), "curalog-corpus-"));
after(() => rmSync(folder, { recursive: true }));

test("the same seed makes the same files, another seed makes others", () => {
  const small = { stories: 50, seed: 1 };
  assert.deepEqual([...corpusFiles(small)], [...corpusFiles(small)]);
  assert.notDeepEqual([...corpusFiles({ ...small, seed: 2 })], [...corpusFiles(small)]);
});

test("the site can be built of it, and nothing in it is warned of", async () => {
  assert.equal(writeBuildCorpus(folder, size), files.length);
  const { diagnostics, filesChecked } = await loadCatalog({
    contentRoot: folder,
    imageRoot: folder,
    documentRoot: folder,
    buildDate: "2026-11-22",
  });
  assert.equal(filesChecked, files.length);
  assert.equal(diagnostics.length, 0, formatDiagnostics(diagnostics, filesChecked));
});

test("stories, topics and offerings are as many as wanted, and every file has a path of its own", () => {
  assert.deepEqual([stories.length, inFolder("topics").length, inFolder("offerings").length], [1000, 46, 34]);
  assert.equal(new Set(files.map(({ path }) => path)).size, files.length);
});

test("half of the stories have the long form of an import, about as long as the curated article", () => {
  const long = stories.filter(({ data }) => data["archetype"] !== undefined);
  assert.equal(long.length, 500);
  assert.ok(long.every(({ body }) => body.startsWith("<p>")));
  const bytes = long.reduce((sum, { text, body }) => sum + text.length - body.length, 0) / long.length;
  assert.ok(bytes > 5000 && bytes < 6200, `${bytes} bytes of front matter`);
});

test("bodies have about 200 to 600 words, some with links, some with lists", () => {
  const words = stories.map(
    ({ body }) => body.replace(/<[^>]*>|\([^)]*\)/g, " ").match(/[\p{L}\p{N}]+/gu)?.length ?? 0,
  );
  const mean = words.reduce((sum, count) => sum + count, 0) / words.length;
  assert.ok(mean > 380 && mean < 460, `${mean} words`);
  assert.ok(Math.min(...words) > 150 && Math.max(...words) < 800);
  assert.ok(share(({ body }) => /<a href=|\]\(https/.test(body)) > 0.5);
  assert.ok(share(({ body }) => /<ul>|^- /m.test(body)) > 0.3);
});

test("some stories have insights, and 2 % have an alias", () => {
  const insights = share(({ data }) => Boolean(data["insights"] ?? data["insights_description"]));
  assert.ok(insights > 0.15 && insights < 0.25, String(insights));
  const aliases = share(({ data }) => data["aliases"] !== undefined);
  assert.ok(aliases > 0.01 && aliases < 0.03, String(aliases));
});

test("days lie in the twelve years up to the last one, and a story lies in the folder of its year", () => {
  for (const { path, data } of stories) {
    const date = String(data["date"]);
    assert.ok(date > "2014-11-20" && date <= "2026-11-22", date);
    assert.ok(path.startsWith(`news/${date.slice(0, 4)}/`), path);
  }
});
