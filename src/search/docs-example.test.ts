import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";

const root = resolve(import.meta.dirname, "../..");

test("the example in docs/search.md prints the output below it", async () => {
  const text = readFileSync(resolve(root, "docs/search.md"), "utf8");
  const [, code = "", rendered = ""] = /```ts\n(.*?)```\n+```\n(.*?)```/s.exec(text) ?? [];
  assert.ok(code.includes("searchRecords"), "no example found");
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ["--input-type=module-typescript", "-e", code], { cwd: root });
  assert.equal(stdout, rendered);
});
