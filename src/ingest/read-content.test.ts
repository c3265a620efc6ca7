import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { test } from "node:test";
import { listFiles, readFiles } from "./read-content.ts";

test("files are found below the folder, sorted, named from the root", async (t) => {
  const root = await mkdtemp(join(tmpdir(), "curalog-"));
  t.after(() => rm(root, { recursive: true }));
  await mkdir(join(root, "news/2026"), { recursive: true });
  for (const file of ["news/2026/b.md", "news/2026/a.md", "news/.hidden.md", "news/x.txt", "stray.md"]) {
    await writeFile(join(root, file), file);
  }
  const expected = ["news/2026/a.md", "news/2026/b.md"];
  assert.deepEqual(await listFiles(root, "news", ".md"), expected);
  assert.deepEqual(await listFiles(`${root}/`, "news", ".md"), expected);
  assert.deepEqual(await listFiles(relative(".", root), "news", ".md"), expected);
  assert.deepEqual(await listFiles(root, "", ""), [...expected, "news/x.txt", "stray.md"]);
  const [first] = await readFiles(root, "news", ".md");
  assert.equal(new TextDecoder().decode(first?.bytes), "news/2026/a.md");
});

test("a folder that is not there has no files", async () => {
  assert.deepEqual(await listFiles(tmpdir(), "curalog-no-such-folder", ""), []);
});
