import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type TestContext, test } from "node:test";
import { openCache } from "../lib/cache.ts";
import { LAYERS, PACKAGES, readContent } from "./content-cache.ts";
import { ONC_FACTS_FILE } from "./file-kind.ts";
import { readFile as readContentFile } from "./read-file.ts";
import { type Files, healthy, news, textOf } from "./testing.ts";

const FILES: Files = healthy({
  [ONC_FACTS_FILE]: '{ "source": "A list", "asOf": "2026-01-01", "criteria": {}, "products": [] }',
  "news/2026/broken.md": "---\ntitle: [\n---\n",
  "news/2026/warned.md": news({ colour: "blue" }),
  "news/notes.txt": "A stray file.",
});

/** A content folder with these files, and an empty folder for the cache. */
async function makeFolder(t: TestContext, files: Files = FILES) {
  const place = await mkdtemp(join(tmpdir(), "curalog-"));
  t.after(() => rm(place, { recursive: true }));
  const contentRoot = join(place, "content");
  const folders = { contentRoot, imageRoot: join(contentRoot, "images"), documentRoot: join(place, "documents") };
  const write = async (file: string, source: string) => {
    await mkdir(dirname(join(contentRoot, file)), { recursive: true });
    await writeFile(join(contentRoot, file), file.endsWith(".md") ? textOf(source) : source);
  };
  for (const [file, source] of Object.entries(files)) await write(file, source);
  const readCached = async () => {
    const cache = openCache(join(place, "cache"));
    return readContent({ ...folders, cache }).finally(() => cache.close());
  };
  return { contentRoot, write, readCached, readPlain: () => readContent(folders) };
}

test("content is the same without a cache, into an empty one and from a full one", async (t) => {
  const { readCached, readPlain } = await makeFolder(t);
  const plain = await readPlain();
  assert.deepEqual(
    plain.content.entries.map(({ file }) => file),
    Object.keys(FILES)
      .filter((file) => file.endsWith(".md") && !file.includes("broken"))
      .sort(),
  );
  assert.equal(plain.content.facts?.asOf, "2026-01-01");
  assert.deepEqual(
    plain.content.diagnostics.map(({ file, rule }) => `${file} ${rule}`),
    ["news/2026/broken.md yaml-syntax", "news/2026/warned.md unknown-key", "news/notes.txt stray-file"],
  );
  assert.deepEqual(await readCached(), plain);
  assert.deepEqual(await readCached(), plain);
});

test("what is edited, added, removed or renamed is read anew, and gives another fingerprint", async (t) => {
  const { contentRoot, write, readCached, readPlain } = await makeFolder(t);
  const edits: readonly [string, () => Promise<void>][] = [
    ["edited", () => write("news/2026/warned.md", news({ title: "Another title" }))],
    ["added", () => write("news/2026/new.md", news({}))],
    ["removed", () => rm(join(contentRoot, "news/2026/new.md"))],
    ["renamed", () => rename(join(contentRoot, "news/2026/warned.md"), join(contentRoot, "news/2026/w.md"))],
    ["a stray file", () => write("news/more.txt", "Stray, too.")],
    ["an image", () => write("images/a.png", "")],
  ];
  let last = await readCached();
  for (const [name, edit] of edits) {
    await edit();
    const now = await readCached();
    assert.deepEqual(now, await readPlain(), name);
    assert.notEqual(now.fingerprint, last.fingerprint, name);
    last = now;
  }
});

test("a file of the same bytes at another path is another entry", async (t) => {
  const { readCached, readPlain } = await makeFolder(t, { "news/2026/a.md": news({}), "news/2026/b.md": news({}) });
  await readCached();
  assert.deepEqual(await readCached(), await readPlain());
});

test("an entry with its diagnostics comes back from the cache as it was", async (t) => {
  const source = news({ colour: "blue", aliases: "/news/old/", summary: "Two lines\u2028and a \uD83D\uDE00" });
  const file = "news/2026/story.md";
  const result = readContentFile("news", { file, bytes: new TextEncoder().encode(textOf(source)) });
  const { readCached } = await makeFolder(t, { [file]: source });
  await readCached();
  const { content } = await readCached();
  const { entry, diagnostics } = JSON.parse(JSON.stringify(result));
  assert.deepEqual([content.entries, content.diagnostics], [[entry], diagnostics]);
});

test("the digest of the code covers every package that its layers import", async () => {
  const imported = new Set<string>();
  for (const layer of LAYERS) {
    for (const name of await readdir(join("src", layer), { recursive: true })) {
      if (!name.endsWith(".ts") || name.endsWith(".test.ts") || NOT_ON_THE_WAY.includes(name)) continue;
      const text = await readFile(join("src", layer, name), "utf8");
      for (const [, from = ""] of text.matchAll(/ from "([^".][^"]*)";/g)) imported.add(from);
    }
  }
  const packages = [...imported].filter((name) => !/^(?:node|astro):|^astro\//.test(name));
  assert.deepEqual(packages.sort(), [...PACKAGES]);
});

/** They import packages, and no content file goes through them. */
const NOT_ON_THE_WAY: readonly string[] = [
  "footnotes.ts",
  "read-images.ts",
  "testing.ts",
  "write-file-atomically.ts",
  "yaml.ts",
];
