import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { engineNames } from "../../config/search-engine.ts";
import { toRecord } from "../engines/document.ts";
import { anyRecord, makeRecords, record } from "../testing.ts";
import { exportFormats, identify, isOwnIndex, toBatches } from "./export-format.ts";
import { toDocument } from "./to-document.ts";
import { writeExport } from "./write-export.ts";

const synonyms = [["ehr", ["emr", "electronic health record"]]] as const;

test("a record comes back from its document as it was; its id is one that every engine takes", () => {
  fc.assert(
    fc.property(anyRecord, (one) => {
      // Addresses of the site alone come back.
      const given = { ...one, href: `/${one.href.replaceAll(/[ \\\p{Cc}]/gu, "").replace(/^\/+/, "")}` };
      const document = toDocument(given);
      assert.deepEqual(toRecord(JSON.parse(JSON.stringify(document))), JSON.parse(JSON.stringify(given)));
      assert.match(document.id, /^[\w-]{22}$/);
    }),
  );
});

test("a document that leads elsewhere, or is none, is refused", () => {
  const document = toDocument(record("FHIR"));
  for (const bad of [
    { href: "javascript:alert(1)" },
    { href: "//b.example/" },
    { href: "/\\b.example/" },
    { href: "/\t/b.example/" },
    { href: "/\n\\b.example/" },
    { kind: "constructor" },
    { title: 7 },
    { badge: { label: {} } },
  ])
    assert.throws(() => toRecord({ ...document, ...bad } as typeof document), TypeError);
});

test("what a document leads to is on the site, for every address that is let through", () => {
  const document = toDocument(record("FHIR"));
  const piece = fc.constantFrom(
    ..."/ \\ \t \n \r . .. : @ ? # % a b.example javascript: https:".split(" "),
    " ",
    "\0",
    "\u0085",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ unit: "binary", maxLength: 3 })), { maxLength: 6 }), (pieces) => {
      const href = `/${pieces.join("")}`;
      for (const page of ["https://a.example/search/", "https://b.example/topic/"]) {
        const leadsAway = new URL(page).origin !== URL.parse(href, page)?.origin;
        if (leadsAway) assert.throws(() => toRecord({ ...document, href }), TypeError, JSON.stringify(href));
      }
    }),
  );
});

test("a story has its day and year, and comes after catalog entries and newer stories where all else is equal", () => {
  const { day, year, priority } = toDocument(record("Story", { date: "2021-10" }));
  assert.deepEqual({ day, year, priority }, { day: 20_211_001, year: "2021", priority: 2021 });
  const undated = toDocument(record("Story"));
  assert.deepEqual([undated.day, undated.year, undated.priority], [0, undefined, 0]);
  assert.ok(toDocument(record("Offering", { kind: "offering" })).priority > 2021);
});

test("batches are cut by number and by length, and hold everything in order", () => {
  const records = makeRecords(100);
  for (const limits of [
    { maxItems: 7, maxSize: 1_000_000 },
    { maxItems: 1000, maxSize: 2000 },
    { maxItems: 10, maxSize: 1 },
  ]) {
    const batches = [...toBatches(records, exportFormats.typesense, limits)];
    const lines = batches.flatMap(({ text }) => text.trimEnd().split("\n"));
    assert.deepEqual(
      lines.map((line) => JSON.parse(line).href),
      records.map(({ href }) => href),
    );
    for (const { count, text } of batches) {
      assert.equal(text.trimEnd().split("\n").length, count);
      assert.ok(count <= limits.maxItems && (count === 1 || text.length <= limits.maxSize));
    }
  }
});

test("the name of an index changes with the documents and with the settings, and is known again", () => {
  const records = makeRecords(20);
  const nameOf = (source: { records: typeof records; synonyms: typeof synonyms | [] }) =>
    identify(source, exportFormats.opensearch, "curalog").index;
  const index = nameOf({ records, synonyms });
  assert.equal(index, nameOf({ records: makeRecords(20), synonyms }));
  assert.notEqual(index, nameOf({ records: records.slice(1), synonyms }));
  assert.notEqual(index, nameOf({ records, synonyms: [] }));
  assert.ok(isOwnIndex(index, "curalog"));
  for (const other of ["curalog", "curalog-old", `${index}0`, `x${index}`, index.replace("curalog", "curalog-b")])
    assert.ok(!isOwnIndex(other, "curalog"), other);
});

test("files of an earlier, larger export are removed, and those of others stay", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "curalog-export-"));
  t.after(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "documents-00009.jsonl"), "{}");
  await writeFile(join(folder, "documents.txt"), "mine");
  for (const name of engineNames) {
    const source = { records: makeRecords(30), synonyms };
    const { documents, files, bytes } = await writeExport(folder, source, exportFormats[name], "curalog");
    assert.equal(documents, source.records.length);
    const texts = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
    assert.equal(
      bytes,
      texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0),
    );
    const ids = texts.join("").match(/"_?id":"[\w-]{22}"/g) ?? [];
    assert.equal(new Set(ids.map((id) => id.slice(-24))).size, documents);
    assert.ok((await readdir(folder)).includes("documents.txt"));
    assert.deepEqual(
      (await readdir(folder)).filter((file) => file.startsWith("documents-")),
      files.filter((file) => file.startsWith("documents-")),
    );
  }
});
