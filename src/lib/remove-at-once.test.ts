import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { removeAtOnce } from "./remove-at-once.ts";

const root = mkdtempSync(join(tmpdir(), "curalog-remove-"));
after(() => rmSync(root, { recursive: true }));

test("a folder goes, and what a stopped removal left of one before it", async () => {
  for (const name of ["cache", "cache.gone"]) {
    mkdirSync(join(root, name, "deep"), { recursive: true });
    writeFileSync(join(root, name, "deep", "file"), name);
  }
  await removeAtOnce(join(root, "cache"));
  assert.deepEqual(readdirSync(root), []);
});

test("a folder that is not there is none to remove", async () => {
  await removeAtOnce(join(root, "nowhere"));
  assert.deepEqual(readdirSync(root), []);
});
