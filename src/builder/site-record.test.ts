import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, test } from "node:test";
import fc from "fast-check";
import { matchesRecord, readRecord, type SiteRecord, writeRecord } from "./site-record.ts";

let path = "";

beforeEach((t) => {
  const folder = mkdtempSync(join(tmpdir(), "curalog-record-"));
  if ("after" in t) t.after(() => rmSync(folder, { recursive: true, force: true }));
  path = join(folder, "record.json");
});

const file = { key: "k", digest: "d", size: 5, time: 1763769600123.4568, inode: 42 };
const record: SiteRecord = {
  inputs: "i",
  code: "c",
  summary: "1 file checked",
  compression: undefined,
  files: new Map([["index.html", file]]),
};

test("a record is read as it was written, whatever files are called", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.string({ unit: "grapheme" })),
      fc.double({ min: 0, max: 2e12, noNaN: true }),
      async (names, time) => {
        const written = { ...record, files: new Map(names.map((name) => [name, { ...file, time: time + 0 }])) };
        await writeRecord(path, written);
        assert.deepEqual(
          readRecord(path),
          JSON.parse(JSON.stringify({ ...written, files: 0 }), (key, value) =>
            key === "files" ? written.files : value,
          ),
        );
      },
    ),
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

test("only the very file that was recorded is that file", () => {
  writeFileSync(path, "12345");
  const { ino, mtimeMs, size } = statSync(path);
  const known = { ...file, inode: ino, time: mtimeMs, size };
  assert.ok(matchesRecord(known, statSync(path)));
  assert.equal(matchesRecord(known, undefined), false);
  for (const other of [{ size: 6 }, { inode: 0 }, { time: mtimeMs + 1 }])
    assert.equal(matchesRecord({ ...known, ...other }, statSync(path)), false);
});
