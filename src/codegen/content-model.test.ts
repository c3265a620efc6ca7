import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { buildContentModel } from "./content-model.ts";

test("docs/content-model.md says what the schemas say; else run npm run docs", async () => {
  assert.equal(await readFile("docs/content-model.md", "utf8"), buildContentModel());
});
