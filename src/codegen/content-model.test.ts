import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { diagnosticsOf, healthy } from "../catalog/testing.ts";
import { buildContentModel, factsExample } from "./content-model.ts";

test("docs/content-model.md says what the schemas say; else run npm run docs", async () => {
  assert.equal(await readFile("docs/content-model.md", "utf8"), buildContentModel());
});

test("the offering that shows how facts are written passes the check", () => {
  assert.deepEqual(diagnosticsOf(healthy({ "offerings/example-claims-api.md": factsExample })), []);
});
