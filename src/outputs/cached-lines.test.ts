import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import fc from "fast-check";
import { openCache } from "../lib/cache.ts";
import { createLines, type Lines } from "./cached-lines.ts";
import { setOutputCache } from "./output-cache.ts";

const folder = mkdtempSync(join(tmpdir(), "curalog-lines-"));
const cache = openCache(folder);
after(() => {
  cache.close();
  rmSync(folder, { recursive: true });
});

/** Versions of records by their slug. */
type Versions = Readonly<Record<string, number>>;

const many: Versions = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`story-${index}`, 1]));

/** The lines, and the slugs of those that had to be made. */
function open(versions: Versions, code = "code", kind = "records"): [lines: Lines, made: string[]] {
  setOutputCache(cache, code);
  const made: string[] = [];
  const sources = Object.entries(versions).map(([slug, version]) => ({
    key: () => `${slug} ${version}`,
    make: async () => {
      made.push(slug);
      return `{"${slug}":${version}}`;
    },
  }));
  return [createLines(kind, sources), made];
}

async function readAll(lines: Lines): Promise<string[]> {
  const all: string[] = [];
  for await (const line of lines.all()) all.push(line);
  return all;
}

test("all lines and each line are those of the records, whatever was cached before", async () => {
  const versions = fc.dictionary(fc.string({ unit: "grapheme", minLength: 1 }), fc.nat(3));
  await fc.assert(
    fc.asyncProperty(versions, async (records) => {
      const wanted = Object.entries(records).map(([slug, version]) => `{"${slug}":${version}}`);
      const [lines] = open(records);
      assert.deepEqual(await readAll(lines), wanted);
      assert.deepEqual(await Promise.all(wanted.map((_, index) => lines.at(index))), wanted);
    }),
    { numRuns: 50 },
  );
  await assert.rejects(open(many)[0].at(100), /There is no line 100/);
});

test("a record is made once for a key, a kind and a state of the code", async () => {
  await readAll(open(many)[0]);
  const [changed, made] = open({ ...many, "story-40": 2, "story-new": 1 });
  await readAll(changed);
  await changed.at(50);
  assert.deepEqual(made, ["story-40", "story-new"]);
  for (const [lines, madeByOther] of [open(many, "other code"), open(many, "code", "other records")]) {
    await readAll(lines);
    assert.equal(madeByOther.length, madeByOther[0] === undefined ? 0 : 100);
  }
});

test("one key stands for all records", () => {
  const keyOf = (versions: Versions) => open(versions)[0].key();
  assert.equal(keyOf(many), keyOf({ ...many }));
  assert.notEqual(keyOf(many), keyOf({ ...many, "story-99": 2 }));
});

test("one digest tells lines from others, however they are keyed", async () => {
  const digestOf = (versions: Versions) => open(versions)[0].digest();
  assert.equal(await digestOf(many), await digestOf({ ...many }));
  assert.notEqual(await digestOf({ ...many, "story-40": 2 }), await digestOf(many));
  const [, ...others] = Object.entries(many);
  assert.notEqual(await digestOf(Object.fromEntries(others)), await digestOf(many));
  const source = { make: async () => "line" };
  const [one, two] = ["one", "two"].map((key) => createLines("lines", [{ ...source, key: () => key }]));
  assert.notEqual(one?.key(), two?.key());
  assert.equal(await one?.digest(), await two?.digest());
});
