import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { readDocuments } from "./read-documents.ts";

test("every file is there with its size, and a PDF is told by its first bytes, not by its name", async (t) => {
  const root = await mkdtemp(join(tmpdir(), "curalog-"));
  t.after(() => rm(root, { recursive: true }));
  await mkdir(join(root, "2026"));
  await writeFile(join(root, "2026/a report.pdf"), "%PDF-1.7\n…");
  await writeFile(join(root, "page.pdf"), "<!doctype html>");
  await writeFile(join(root, "cut.pdf"), "%PDF");
  await writeFile(join(root, ".hidden.pdf"), "%PDF-1.7");
  assert.deepEqual(
    [...readDocuments(root)],
    [
      ["2026/a report.pdf", { length: 12, isPdf: true }],
      ["cut.pdf", { length: 4, isPdf: false }],
      ["page.pdf", { length: 15, isPdf: false }],
    ],
  );
  assert.deepEqual([...readDocuments(join(root, "nowhere"))], []);
});
