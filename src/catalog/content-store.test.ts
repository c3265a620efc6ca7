import assert from "node:assert/strict";
import { appendFile, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type TestContext, test } from "node:test";
import fc from "fast-check";
import { LAYERS, PACKAGES } from "./content-code.ts";
import {
  findPartition,
  formatPartition,
  fromPartition,
  parsePartition,
  type Shard,
  toPartition,
} from "./content-partition.ts";
import { loadStoredContent, type Reading, refreshContent } from "./content-store.ts";
import { ONC_FACTS_FILE } from "./file-kind.ts";
import { readFile as readContentFile } from "./read-file.ts";
import { type Files, healthy, news, textOf } from "./testing.ts";

const FILES: Files = healthy({
  [ONC_FACTS_FILE]: '{ "source": "A list", "asOf": "2026-01-01", "criteria": {}, "products": [] }',
  "news/2026/broken.md": "---\ntitle: [\n---\n",
  "news/2026/warned.md": news({ colour: "blue" }),
  "news/notes.txt": "A stray file.",
});

/** A content folder with these files, beside an empty folder for the store. */
async function makePlace(t: TestContext, files: Files = FILES) {
  const place = await mkdtemp(join(tmpdir(), "curalog-"));
  t.after(() => rm(place, { recursive: true }));
  const [contentRoot, store] = [join(place, "content"), join(place, "store")];
  const write = async (file: string, source: string) => {
    await mkdir(dirname(join(contentRoot, file)), { recursive: true });
    await writeFile(join(contentRoot, file), file.endsWith(".md") ? textOf(source) : source);
  };
  for (const [file, source] of Object.entries(files)) await write(file, source);
  const refresh = async (reading: Reading = { store }) => {
    const { load, ...refreshed } = await refreshContent({
      ...reading,
      contentRoot,
      imageRoot: join(contentRoot, "images"),
    });
    return { ...refreshed, ...load() };
  };
  return { contentRoot, store, write, refresh };
}

test("content is the same without a store, into an empty one, from a full one, and from the store alone", async (t) => {
  const { store, refresh } = await makePlace(t);
  const plain = await refresh({});
  assert.deepEqual(
    plain.content.entries.map(({ file }) => file),
    Object.keys(FILES)
      .filter((file) => file.endsWith(".md") && !file.includes("broken"))
      .sort(),
  );
  assert.equal(plain.content.facts?.asOf, "2026-01-01");
  assert.deepEqual(
    plain.content.found.map(({ file, rule }) => `${file} ${rule}`),
    ["news/2026/broken.md yaml-syntax", "news/2026/warned.md unknown-key", "news/notes.txt stray-file"],
  );
  assert.deepEqual(await refresh(), plain);
  assert.deepEqual(await refresh(), plain);
  const { content, digests, fingerprint } = plain;
  assert.deepEqual(await loadStoredContent(store, fingerprint), { content, digests });
});

test("worker threads come to the same", async (t) => {
  const many = Object.fromEntries(
    Array.from({ length: 2600 }, (_, index) => [`news/2026/story-${index}.md`, news({ title: `Story ${index}` })]),
  );
  const { store, refresh } = await makePlace(t, healthy(many));
  const alone = await refresh({});
  assert.deepEqual(await refresh({ store, threads: 3 }), alone);
  assert.deepEqual((await loadStoredContent(store, alone.fingerprint)).content, alone.content);
});

test("what is edited, added, removed or renamed is read anew, and nothing else is written", async (t) => {
  const { contentRoot, store, write, refresh } = await makePlace(t);
  const partitionsOf = async () => {
    const names = await readdir(store);
    return new Map(
      await Promise.all(names.map(async (name) => [name, await readFile(join(store, name), "utf8")] as const)),
    );
  };
  const edits: readonly [string, () => Promise<void>, number][] = [
    ["nothing", async () => {}, 0],
    ["edited", () => write("news/2026/warned.md", news({ title: "Another title" })), 1],
    ["added", () => write("news/2026/new.md", news({})), 1],
    ["removed", () => rm(join(contentRoot, "news/2026/new.md")), 1],
    ["renamed", () => rename(join(contentRoot, "news/2026/warned.md"), join(contentRoot, "news/2026/w.md")), 2],
  ];
  await refresh();
  for (const [name, edit, written] of edits) {
    const before = await partitionsOf();
    await edit();
    const refreshed = await refresh();
    assert.deepEqual(refreshed, await refresh({}), name);
    const changed = [...(await partitionsOf())].filter(([file, text]) => before.get(file) !== text);
    assert.equal(changed.length, written, name);
    assert.deepEqual((await loadStoredContent(store, refreshed.fingerprint)).content, refreshed.content, name);
  }
});

test("a damaged store is read past and made whole", async (t) => {
  const { store, refresh } = await makePlace(t);
  const whole = await refresh();
  for (const damage of ["", "{", "\n\n", '{"a":1}\n[]\n[]']) {
    for (const name of await readdir(store)) if (name !== "beside.json") await writeFile(join(store, name), damage);
    await assert.rejects(loadStoredContent(store, whole.fingerprint), /does not hold the content/);
    assert.deepEqual(await refresh(), whole);
    assert.deepEqual((await loadStoredContent(store, whole.fingerprint)).content, whole.content);
  }
  for (const name of await readdir(store)) await appendFile(join(store, name), " ");
  assert.deepEqual(await refresh(), whole);
  await rm(store, { recursive: true });
  await writeFile(store, "no folder");
  assert.deepEqual(await refresh(), whole);
});

test("the store alone is refused once the content went on", async (t) => {
  const { store, write, refresh } = await makePlace(t);
  const { fingerprint } = await refresh();
  await write("news/2026/new.md", news({}));
  await refresh();
  await assert.rejects(loadStoredContent(store, fingerprint), /does not hold the content/);
});

test("a shard is good for its code alone, and for no text but its own", () => {
  const index = fc.uniqueArray(fc.tuple(fc.string(), fc.string()), { selector: ([file]) => file });
  const shards = fc.record({ index, results: fc.json() }, { noNullPrototype: true });
  fc.assert(
    fc.property(shards, fc.nat(), (shard: Shard, at) => {
      const bytes = formatPartition(shard, "code");
      const { fingerprint, ...found } = parsePartition(bytes);
      assert.deepEqual(found, shard);
      assert.deepEqual(findPartition(bytes, "code"), { fingerprint, ...shard });
      assert.equal(findPartition(bytes, "other code"), undefined);
      assert.notEqual(parsePartition(formatPartition(shard, "other code")).fingerprint, fingerprint);
      const damaged = Buffer.from(bytes);
      damaged[at % bytes.length] = damaged[at % bytes.length] === 0x78 ? 0x79 : 0x78;
      assert.equal(findPartition(damaged, "code"), undefined);
    }),
  );
});

test("an entry with its findings comes back from a shard as it was", () => {
  const source = news({ colour: "blue", aliases: "/news/old/", summary: "Two lines\u2028and a \uD83D\uDE00" });
  const file = "news/2026/story.md";
  const result = readContentFile("news", { file, bytes: new TextEncoder().encode(textOf(source)) });
  const [read] = fromPartition(toPartition([{ file, digest: "a", result }]));
  assert.deepEqual(read, { file, digest: "a", result: JSON.parse(JSON.stringify(result)) });
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
