import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { digestOf, digestOfSources } from "./digest.ts";

test("a text has one short digest", () => {
  assert.equal(digestOf("abc"), "ba7816bf8f");
});

test("sources have another digest when a file changes, comes or moves, and only then", (t) => {
  const root = mkdtempSync(join(tmpdir(), "curalog-digest-"));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  for (const folder of ["a", "b/c"]) mkdirSync(join(root, folder), { recursive: true });
  const write = (file: string, text: string) => writeFileSync(join(root, file), text);
  const digest = () => digestOfSources(root, ["a", "b"]);
  write("a/one.ts", "1");
  write("b/c/two.ts", "2");
  const first = digest();
  write("b/readme.md", "no source");
  assert.equal(digest(), first);
  write("b/c/two.ts", "3");
  const changed = digest();
  assert.notEqual(changed, first);
  rmSync(join(root, "b/c/two.ts"));
  write("b/two.ts", "3");
  assert.notEqual(digest(), changed);
  assert.throws(() => digestOfSources(root, ["missing"]), /ENOENT/);
});
