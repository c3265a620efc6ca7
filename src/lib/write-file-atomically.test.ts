import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { writeFileAtomically } from "./write-file-atomically.ts";

async function openFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "curalog-"));
  t.after(() => rm(folder, { recursive: true }));
  return folder;
}

test("a file is written and replaced, its folders are made, and nothing else is left", async (t) => {
  const folder = await openFolder(t);
  const path = join(folder, "a/b/file.json");
  for (const text of ["one, at length", "two"]) {
    await writeFileAtomically(path, text);
    assert.equal(await readFile(path, "utf8"), text);
    assert.deepEqual(await readdir(join(folder, "a/b")), ["file.json"]);
  }
});

test("what cannot be put in place leaves what is there", async (t) => {
  const folder = await openFolder(t);
  const path = join(folder, "file.json");
  await mkdir(join(path, "inside"), { recursive: true });
  await assert.rejects(writeFileAtomically(path, "text"));
  assert.deepEqual(await readdir(path), ["inside"]);
  assert.deepEqual(await readdir(folder), ["file.json"], "nor is anything left beside it");
});

test("bytes are written as they are", async (t) => {
  const path = join(await openFolder(t), "image.jpg");
  const bytes = Uint8Array.of(0xff, 0xd8, 0x00, 0x80);
  await writeFileAtomically(path, bytes);
  assert.deepEqual(new Uint8Array(await readFile(path)), bytes);
});
