import assert from "node:assert/strict";
import { test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { applyFacets } from "../engine/apply-facets.ts";
import { inIdOrder, makeRecords, record } from "../testing.ts";
import { decodeFacets, decodePostings, decodeWords, type FacetChunk, type WordChunk } from "./chunks.ts";
import { createFacetTable } from "./facet-table.ts";
import {
  type ChunkedEntry,
  FORMAT,
  type IndexEntry,
  locatePostings,
  MANIFEST,
  type MemoryEntry,
} from "./index-files.ts";
import { addPostings, type Posting } from "./postings.ts";
import { decodeRecords, type RecordColumns } from "./record-columns.ts";
import { kindKeys, type SearchRecord } from "./search-record.ts";
import { type IndexFiles, MEMORY_LIMIT, writeIndex } from "./write-index.ts";

const write = (records: readonly SearchRecord[], memoryLimit?: number) =>
  writeIndex({ records, synonyms: [] }, memoryLimit);

function read<T>({ files }: IndexFiles, file: string): T {
  return JSON.parse(files.get(file) ?? assert.fail(`${file} is not there`));
}

function readEntry(index: IndexFiles): IndexEntry {
  return read(index, index.entry);
}

function readInMemory(index: IndexFiles): { entry: MemoryEntry; partitions: SearchRecord[][] } {
  const entry = readEntry(index);
  assert.ok(entry.layout === "memory");
  return {
    entry,
    partitions: [entry.newest, ...entry.older.map((file) => read<RecordColumns>(index, file))].map(decodeRecords),
  };
}

/** Without a list of the differences, which of so many would take minutes. */
function assertSame(found: readonly SearchRecord[], expected: readonly SearchRecord[]): void {
  assert.ok(isDeepStrictEqual(found, expected), `${found.length} records, not the same as ${expected.length}`);
}

/** Stories, the newest first. */
const stories = (count: number, from = 0) =>
  Array.from({ length: count }, (_, number) => record(`Story ${from + count - number}`, { date: "2026-06-01" }));

test("the manifest names the entry and its format, and has the only name that never changes", () => {
  for (const limit of [MEMORY_LIMIT, 0]) {
    const index = write(makeRecords(100), limit);
    assert.deepEqual(read(index, MANIFEST), { format: FORMAT, entry: index.entry });
    for (const file of index.files.keys()) {
      if (file !== MANIFEST) assert.match(file, /^[a-z]+(-\d+)*\.[0-9a-f]{10}\.json$/);
    }
  }
});

test("the size decides the layout", () => {
  const records = makeRecords(40);
  assert.equal(readEntry(write(records, records.length)).layout, "memory");
  assert.equal(readEntry(write(records, records.length - 1)).layout, "chunked");
  assert.equal(readEntry(write(records)).layout, "memory");
  assert.equal(readEntry(write([], 0)).layout, "memory");
});

test("the same records give the same files, others give others", () => {
  const records = makeRecords(200);
  for (const limit of [MEMORY_LIMIT, 0]) {
    const index = write(records, limit);
    assert.ok(isDeepStrictEqual(write(makeRecords(200), limit), index));
    const changed = records.map((one, number) => (number === 150 ? { ...one, text: `${one.text} more` } : one));
    assert.notEqual(write(changed, limit).entry, index.entry);
    const synonyms = [["ehr", ["emr"]]] as const;
    assert.notEqual(writeIndex({ records, synonyms }, limit).entry, index.entry);
  }
});

test("what has no date comes first, and each kind stays in its order", () => {
  const mixed = makeRecords(200).toReversed();
  const { partitions } = readInMemory(write(mixed));
  assertSame(partitions.flat(), inIdOrder(mixed));
});

test("a file has 5,000 records, the first up to half more and never fewer than half", () => {
  const sizesOf = (count: number) => readInMemory(write(stories(count))).partitions.map(({ length }) => length);
  assert.deepEqual(sizesOf(0), [0]);
  assert.deepEqual(sizesOf(7500), [7500]);
  assert.deepEqual(sizesOf(7501), [2501, 5000]);
  assert.deepEqual(sizesOf(12_500), [7500, 5000]);
  assert.deepEqual(sizesOf(12_501), [2501, 5000, 5000]);
});

test("all records of several files are there, the newest in the first", () => {
  const records = [...makeRecords(60).filter(({ kind }) => kind !== "news"), ...stories(12_600)];
  const index = write(records);
  const { entry, partitions } = readInMemory(index);
  assertSame(partitions.flat(), records);
  assert.equal(partitions.length, 3);
  assert.deepEqual([...index.files.keys()].sort(), [MANIFEST, index.entry, ...entry.older].sort());
});

test("a newer story or entry of the catalog leaves the files of older stories as they are", () => {
  const before = write(stories(12_600));
  const { older } = readInMemory(before).entry;
  assert.equal(older.length, 2);
  const topic = record("New", { kind: "topic" });
  for (const after of [write([...stories(1, 12_600), ...stories(12_600)]), write([topic, ...stories(12_600)])]) {
    assert.deepEqual(readInMemory(after).entry.older, older);
    assert.notEqual(after.entry, before.entry);
    for (const file of older) assert.ok(after.files.get(file) === before.files.get(file));
  }
  const more = readInMemory(write(stories(17_600))).entry.older;
  assert.deepEqual(more.length, 3);
});

test("a file that changed has another name", () => {
  const changed = stories(8000).with(7999, record("Another"));
  const [one, other] = [stories(8000), changed].map((records) => readInMemory(write(records)).entry);
  assert.notDeepEqual(one?.older, other?.older);
});

function readChunked(index: IndexFiles): ChunkedEntry {
  const entry = readEntry(index);
  assert.ok(entry.layout === "chunked");
  return entry;
}

test("a chunked index says everything about every record, in pieces", () => {
  const records = makeRecords(700, 4);
  const index = write(records, 0);
  const entry = readChunked(index);
  const piece = <T>(name: string) => read<T>(index, `${name}.${entry.digest}.json`);
  const names = new Set([MANIFEST, index.entry, `facets.${entry.digest}.json`]);

  const partitions = Array.from({ length: Math.ceil(records.length / entry.recordsPerFile) }, (_, number) => {
    names.add(`records-${number}.${entry.digest}.json`);
    return decodeRecords(piece<RecordColumns>(`records-${number}`));
  });
  assertSame(partitions.flat(), records);

  const postings = new Map<string, Posting[]>();
  records.forEach((one, id) => {
    addPostings(postings, id, one);
  });
  const readPostings = new Map<string, Posting[]>();
  const lists = new Map<string, Posting[][]>();
  entry.firstWords.forEach((first, number) => {
    const chunk = piece<WordChunk>(`words-${number}`);
    names.add(`words-${number}.${entry.digest}.json`);
    const words = decodeWords(chunk);
    assert.equal(words[0], first);
    locatePostings(chunk.counts, entry.postingsPerFile).forEach(({ file, at }, word) => {
      const name = `postings-${number}-${file}`;
      names.add(`${name}.${entry.digest}.json`);
      if (!lists.has(name)) lists.set(name, decodePostings(piece(name)));
      const list = lists.get(name)?.[at] ?? [];
      assert.equal(list.length, chunk.counts[word]);
      readPostings.set(words[word] ?? "", list);
    });
  });
  assert.deepEqual([...readPostings.keys()], [...postings.keys()].sort());
  assert.deepEqual(readPostings, postings);
  assert.deepEqual([...index.files.keys()].sort(), [...names].sort());

  const { table, add } = createFacetTable();
  records.forEach(add);
  const ids = [...records.keys()];
  assert.deepEqual(
    applyFacets(decodeFacets(piece<FacetChunk>("facets")), ids, new Map()),
    applyFacets(table, ids, new Map()),
  );
});

test("a chunked index knows where each kind ends, those without a record too", () => {
  const kinds = ["topic", "topic", "author", "news"] as const;
  const records = kinds.map((kind, number) => record(`One ${number}`, { kind }));
  assert.deepEqual(kindKeys, ["offering", "topic", "organization", "author", "resource", "news"]);
  assert.deepEqual(readChunked(write(records, 0)).kindEnds, [0, 2, 2, 3, 3, 4]);
});

test("each file of a chunked index has the digest of all, so that a page never mixes two builds", () => {
  const records = makeRecords(100);
  const before = readChunked(write(records, 0));
  const changed = records.with(99, { ...(records[99] ?? assert.fail()), text: "other" });
  assert.notEqual(readChunked(write(changed, 0)).digest, before.digest);
});
