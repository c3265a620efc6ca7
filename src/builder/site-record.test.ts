import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, test } from "node:test";
import fc from "fast-check";
import { readRecord, type SiteRecord, writeRecord } from "./site-record.ts";

let path = "";

describe("the record of a site", () => {
  beforeEach((t) => {
    const folder = mkdtempSync(join(tmpdir(), "curalog-record-"));
    if ("after" in t) t.after(() => rmSync(folder, { recursive: true, force: true }));
    path = join(folder, "record.json");
  });

  const record: SiteRecord = {
    inputs: "i",
    summary: {
      content: "1 file checked",
      pages: 1,
      files: 1,
      rendered: 1,
      cached: 0,
      changed: 1,
      compression: undefined,
    },
    files: new Map([["index.html", "digest"]]),
  };

  test("a record is read as it was written, whatever files are called", async () => {
    const files = fc.dictionary(fc.string({ unit: "grapheme" }), fc.string());
    await fc.assert(
      fc.asyncProperty(files, async (digests) => {
        const written = { ...record, files: new Map(Object.entries(digests)) };
        await writeRecord(path, written);
        const { compression: _, ...summary } = written.summary;
        assert.deepEqual(readRecord(path), { ...written, summary });
      }),
      { numRuns: 30 },
    );
  });

  test("without a record, and with one that is damaged or of another form, everything is made anew", async () => {
    assert.equal(readRecord(path), undefined);
    await writeRecord(path, record);
    const text = readFileSync(path, "utf8");
    truncateSync(path, Math.floor(text.length / 2));
    assert.equal(readRecord(path), undefined);
    writeFileSync(path, text.replace('"format":2', '"format":0'));
    assert.equal(readRecord(path), undefined);
    writeFileSync(path, "null");
    assert.equal(readRecord(path), undefined);
  });
});
