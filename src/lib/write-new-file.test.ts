import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { writeNewFile } from "./write-new-file.ts";

async function openFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "curalog-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test("a file is written whole, once, and leaves nothing beside it", async (t) => {
  const folder = await openFolder(t);
  const path = join(folder, "a/b.md");
  assert.equal(await writeNewFile(path, "one"), true);
  assert.equal(await writeNewFile(path, "two"), false);
  assert.equal(await readFile(path, "utf8"), "one");
  assert.deepEqual(await readdir(join(folder, "a")), ["b.md"]);
});

test("of several at once one writes", async (t) => {
  const folder = await openFolder(t);
  const path = join(folder, "a.md");
  const races = await Promise.all(Array.from({ length: 8 }, (_, index) => writeNewFile(path, `${index}`)));
  assert.equal(races.filter(Boolean).length, 1);
  assert.equal(await readFile(path, "utf8"), String(races.indexOf(true)));
  assert.deepEqual(await readdir(folder), ["a.md"]);
});

test("what cannot be written throws, and is no file that stands there", async (t) => {
  const folder = await openFolder(t);
  await writeFile(join(folder, "file"), "x");
  await assert.rejects(writeNewFile(join(folder, "file/a.md"), "one"), /ENOTDIR|EEXIST/);
  assert.deepEqual(await readdir(folder), ["file"]);
});
