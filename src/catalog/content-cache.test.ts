import assert from "node:assert/strict";
import { appendFile, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type TestContext, test } from "node:test";
import fc from "fast-check";
import { LAYERS, loadCachedContent, PACKAGES, type ReadOptions, refreshContent } from "./content-cache.ts";
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
  const [contentRoot, store] = [join(place, "content"), join(place, "store")];
  const write = async (file: string, source: string) => {
    await mkdir(dirname(join(contentRoot, file)), { recursive: true });
    await writeFile(join(contentRoot, file), file.endsWith(".md") ? textOf(source) : source);
  };
  for (const [file, source] of Object.entries(files)) await write(file, source);
  const refresh = async (options: ReadOptions = { store }) => {
    const { load, ...refreshed } = await refreshContent({
      ...options,
      contentRoot,
      imageRoot: join(contentRoot, "images"),
    });
    return { ...refreshed, ...load() };
  };
  return { contentRoot, store, write, refresh };
}

test("content is the same without a store, into an empty one, from a full one, and from the store alone", async (t) => {
  const { store, refresh } = await makeFolder(t);
  const plain = await refresh({});
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
  assert.deepEqual(await refresh(), plain);
  assert.deepEqual(await refresh(), plain);
  const { content, digests, fingerprint } = plain;
  assert.deepEqual(loadCachedContent(store, fingerprint), { content, digests });
});

test("what is edited, added, removed or renamed is read anew", async (t) => {
  const { contentRoot, store, write, refresh } = await makeFolder(t);
  const edits: readonly [string, () => Promise<void>][] = [
    ["edited", () => write("news/2026/warned.md", news({ title: "Another title" }))],
    ["added", () => write("news/2026/new.md", news({}))],
    ["removed", () => rm(join(contentRoot, "news/2026/new.md"))],
    ["renamed", () => rename(join(contentRoot, "news/2026/warned.md"), join(contentRoot, "news/2026/w.md"))],
  ];
  await refresh();
  for (const [name, edit] of edits) {
    await edit();
    const refreshed = await refresh();
    assert.deepEqual(refreshed, await refresh({}), name);
    assert.deepEqual(loadCachedContent(store, refreshed.fingerprint).content, refreshed.content, name);
  }
});

test("an unchanged folder writes nothing", async (t) => {
  const { store, refresh } = await makeFolder(t);
  const { fingerprint } = await refresh();
  const { ino } = await stat(join(store, "content.json"));
  assert.equal((await refresh()).fingerprint, fingerprint);
  assert.equal((await stat(join(store, "content.json"))).ino, ino);
});

test("a damaged store is read past and made whole", async (t) => {
  const { store, refresh } = await makeFolder(t);
  const whole = await refresh();
  for (const damage of ["", "{", "\n\n", '{"a":1}\n[]\n[]']) {
    for (const name of await readdir(store)) await writeFile(join(store, name), damage);
    assert.throws(() => loadCachedContent(store, whole.fingerprint), /does not hold the content/);
    assert.deepEqual(await refresh(), whole);
    assert.deepEqual(loadCachedContent(store, whole.fingerprint).content, whole.content);
  }
  for (const name of await readdir(store)) await appendFile(join(store, name), " ");
  assert.deepEqual(await refresh(), whole);
  await rm(store, { recursive: true });
  await writeFile(store, "no folder");
  assert.deepEqual(await refresh(), whole);
});

test("the store alone is refused once the content went on", async (t) => {
  const { store, write, refresh } = await makeFolder(t);
  const { fingerprint } = await refresh();
  await write("news/2026/new.md", news({}));
  await refresh();
  assert.throws(() => loadCachedContent(store, fingerprint), /does not hold the content/);
});

test("a cache is valid for its own code and bytes alone", async (t) => {
  const { store, refresh } = await makeFolder(t);
  const { fingerprint } = await refresh();
  const bytes = await readFile(join(store, "content.json"));
  await fc.assert(
    fc.asyncProperty(fc.nat(), async (at) => {
      const damaged = Buffer.from(bytes);
      damaged[at % bytes.length] = damaged[at % bytes.length] === 0x78 ? 0x79 : 0x78;
      await writeFile(join(store, "content.json"), damaged);
      assert.throws(() => loadCachedContent(store, fingerprint), /does not hold the content/);
    }),
  );
});

test("an entry with its diagnostics comes back from the cache as it was", async (t) => {
  const source = news({ colour: "blue", aliases: "/news/old/", summary: "Two lines\u2028and a \uD83D\uDE00" });
  const file = "news/2026/story.md";
  const result = readContentFile("news", { file, bytes: new TextEncoder().encode(textOf(source)) });
  const { store, refresh } = await makeFolder(t, { [file]: source });
  const { fingerprint } = await refresh();
  const { content } = loadCachedContent(store, fingerprint);
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
  "html.ts",
  "read-images.ts",
  "testing.ts",
  "write-file-atomically.ts",
  "yaml.ts",
];
