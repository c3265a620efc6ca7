import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { healthy, writeContent } from "../../catalog/testing.ts";
import { toEditorSchema } from "../../codegen/json-schema.ts";
import { refreshEditorHelp, writeEditorHelp } from "./editor-help.ts";

test("every content file is listed with the kind that it is of", async (t) => {
  const root = await writeContent(t, healthy({ "news/2026/Über [x].md": "title: x" }));
  await refreshEditorHelp(root, root);
  assert.ok(!(await readdir(root)).includes(".astro"), "only where the editor asked for it before");
  await writeEditorHelp(root, root);
  const read = async (name: string) => JSON.parse(await readFile(join(root, ".astro/collections", name), "utf8"));
  const { collections, entries } = await read("collections.json");
  assert.deepEqual(collections[0], { hasSchema: true, name: "news" });
  assert.equal(Object.keys(entries).length, 5);
  assert.equal(entries[`file://${root}/news/2026/über [x].md`.toLowerCase()], "news");
  assert.deepEqual(await read("topic.schema.json"), toEditorSchema("topic"));
});
