import assert from "node:assert/strict";
import { EventEmitter } from "node:events";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { contentLoader } from "./content-loader.ts";

/** Astro's store and watcher, as far as the loader uses them. */
async function load(t: TestContext) {
  const root = await mkdtemp(join(tmpdir(), "curalog-"));
  t.after(() => rm(root, { recursive: true }));
  await mkdir(join(root, "news/.drafts"), { recursive: true });
  await writeFile(join(root, "news/a.md"), "one");
  await writeFile(join(root, "news/.drafts/b.md"), "one");
  const entries = new Map<string, { readonly id: string; readonly data: unknown; readonly digest: string }>();
  const store = {
    get: (id: string) => entries.get(id),
    set: (entry: { id: string; data: unknown; digest: string }) => entries.set(entry.id, entry),
    delete: (id: string) => entries.delete(id),
    keys: () => entries.keys(),
  };
  const watcher = Object.assign(new EventEmitter(), { add: () => undefined });
  const convert = ({ bytes }: { bytes: Uint8Array }) => ({ text: new TextDecoder().decode(bytes) });
  const loader = contentLoader({ root, folder: "news", ending: ".md", codeDigest: "", convert });
  await loader.load({ store, watcher } as never);
  /** Waits for the handlers, which is what an emitter does not. */
  const emit = (event: string, file: string) =>
    Promise.all(watcher.listeners(event).map((listener) => listener(join(root, file))));
  const texts = () => [...entries.values()].map(({ id, data }) => `${id} ${(data as { text: string }).text}`);
  return { root, emit, texts };
}

test("an edit, a new file and a deletion reach the store", async (t) => {
  const { root, emit, texts } = await load(t);
  assert.deepEqual(texts(), ["news/a.md one"]);
  await writeFile(join(root, "news/a.md"), "two");
  await emit("change", "news/a.md");
  await writeFile(join(root, "news/c.md"), "new");
  await emit("add", "news/c.md");
  assert.deepEqual(texts(), ["news/a.md two", "news/c.md new"]);
  await emit("unlink", "news/a.md");
  assert.deepEqual(texts(), ["news/c.md new"]);
});

test("the watcher passes by what the reader passes by", async (t) => {
  const { root, emit, texts } = await load(t);
  await symlink(join(root, "news/a.md"), join(root, "news/linked.md"));
  await symlink(join(root, "news"), join(root, "news/folder"));
  for (const file of ["news/.drafts/b.md", "news/linked.md", "news/folder/a.md"]) await emit("add", file);
  assert.deepEqual(texts(), ["news/a.md one"]);
});

test("a file that is gone before it is read is no error", async (t) => {
  const { emit, texts } = await load(t);
  await emit("add", "news/gone.md");
  assert.deepEqual(texts(), ["news/a.md one"]);
});
