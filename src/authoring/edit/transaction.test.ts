import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { type FileChange, type FileSystem, writeTogether } from "./transaction.ts";

async function folderWith(t: TestContext, files: Readonly<Record<string, string>>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "curalog-"));
  t.after(() => rm(root, { recursive: true }));
  for (const [file, text] of Object.entries(files)) await writeFile(join(root, file), text);
  return root;
}

async function contentsOf(root: string): Promise<Record<string, string>> {
  const names = (await readdir(root)).sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(root, name), "utf8")])),
  );
}

const CHANGES: readonly FileChange[] = [
  { file: "gone", before: "g", after: undefined },
  { file: "a", before: "a", after: "A" },
  { file: "b", before: "b", after: "B" },
  { file: "new", before: undefined, after: "N" },
  { file: "same", before: "was not even read", after: "was not even read" },
];
const FILES = { a: "a", b: "b", gone: "g", same: "s" };

test("files change, come and go together", async (t) => {
  const root = await folderWith(t, FILES);
  await writeTogether(root, CHANGES);
  assert.deepEqual(await contentsOf(root), { a: "A", b: "B", new: "N", same: "s" });
});

test("a file that somebody else changed stops everything", async (t) => {
  const root = await folderWith(t, { ...FILES, b: "other" });
  await assert.rejects(writeTogether(root, CHANGES), /b was changed by somebody else/);
  assert.deepEqual(await contentsOf(root), { ...FILES, b: "other" });
});

test("a file that stands where a new one shall be stops everything", async (t) => {
  const root = await folderWith(t, { ...FILES, new: "mine" });
  await assert.rejects(writeTogether(root, CHANGES), /new was changed/);
});

test("whichever write fails, what was written is put back", async () => {
  for (let failing = 1; failing <= 4; failing += 1) {
    const files = new Map<string, string>(Object.entries(FILES));
    let writes = 0;
    const fail = () => {
      writes += 1;
      if (writes === failing) throw new Error("no space left");
    };
    const broken: FileSystem = {
      read: async (path) => files.get(path),
      write: async (path, text) => {
        fail();
        files.set(path, text);
      },
      remove: async (path) => {
        fail();
        files.delete(path);
      },
    };
    await assert.rejects(writeTogether("", CHANGES, broken), /no space left/);
    assert.deepEqual(Object.fromEntries(files), FILES, `write ${failing}`);
  }
});

test("what cannot be put back is named", async () => {
  const broken: FileSystem = {
    read: async (path) => (path === "new" ? undefined : (FILES as Record<string, string>)[path]),
    write: async (path) => {
      if (path === "b") throw new Error("no space left");
      if (writes.push(path) > 1) throw new Error("no space left");
    },
    remove: async () => {},
  };
  const writes: string[] = [];
  await assert.rejects(writeTogether("", CHANGES, broken), /could not be put back: b, a/);
});
