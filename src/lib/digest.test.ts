import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { digestOf, digestOfCode } from "./digest.ts";

test("a text, bytes and any other value have a digest of the length and encoding that is asked for", () => {
  assert.equal(digestOf("abc", "hex", 10), "ba7816bf8f");
  assert.equal(digestOf(Buffer.from("abc"), "hex", 10), "ba7816bf8f");
  assert.equal(digestOf(["abc"]), digestOf('["abc"]'));
  assert.match(digestOf("abc"), /^[\w-]{22}$/);
});

test("code has another digest when a file changes, comes or moves, and when a setting does", (t) => {
  const root = mkdtempSync(join(tmpdir(), "curalog-digest-"));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  for (const folder of ["a", "b/c"]) mkdirSync(join(root, folder), { recursive: true });
  const write = (file: string, text: string) => writeFileSync(join(root, file), text);
  const digest = (settings: unknown = 1) => digestOfCode(root, ["a", "b", "package.json"], settings);
  write("a/one.ts", "1");
  write("b/c/two.ts", "2");
  write("package.json", "{}");
  write("readme.md", "no source");
  const first = digest();
  write("readme.md", "still none");
  write("a/one.test.ts", "a test");
  assert.equal(digest(), first);
  assert.notEqual(digest(2), first);
  write("package.json", "{ }");
  const second = digest();
  assert.notEqual(second, first);
  write("b/c/two.ts", "3");
  const third = digest();
  assert.notEqual(third, second);
  rmSync(join(root, "b/c/two.ts"));
  write("b/two.ts", "3");
  assert.notEqual(digest(), third);
  assert.throws(() => digestOfCode(root, ["missing"], 1), /ENOENT/);
});
