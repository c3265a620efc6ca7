import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import fc from "fast-check";
import { createLines, type Lines } from "./cached-lines.ts";

const folder = await mkdtemp(join(tmpdir(), "curalog-lines-"));
after(() => rm(folder, { recursive: true }));

/** Versions of records by their slug. */
type Versions = Readonly<Record<string, number>>;

const many: Versions = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`story-${index}`, 1]));

/** The lines, and the slugs of those that had to be made. Null caches none. */
function open(versions: Versions, code = "code", place: string | null = folder): [lines: Lines, made: string[]] {
  const made: string[] = [];
  const sources = Object.entries(versions).map(([slug, version]) => ({
    slug,
    key: () => `${slug} ${version}`,
    make: async () => {
      made.push(slug);
      return `{"${slug}":${version}}`;
    },
  }));
  return [createLines(sources, place === null ? undefined : { folder: place, code }), made];
}

async function readAll({ chunks }: Lines): Promise<string[]> {
  const all: string[] = [];
  for await (const chunk of chunks()) all.push(...chunk);
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
      assert.deepEqual(await readAll(open(records, "code", null)[0]), wanted);
    }),
    { numRuns: 50 },
  );
});

test("nothing is made twice while the records and the code are the same", async () => {
  await readAll(open(many)[0]);
  const [same, made] = open(many);
  await readAll(same);
  await same.at(50);
  assert.deepEqual(made, []);
  const [, madeByOther] = await readAll(open(many, "other code")[0]).then(() => open(many, "code"));
  assert.deepEqual(madeByOther, []);
});

test("a record that changes, comes or goes has a few neighbours made anew, and no others", async () => {
  await readAll(open(many)[0]);
  const { "story-40": _, ...fewer } = many;
  for (const changed of [{ ...many, "story-40": 2 }, { "story-new": 1, ...many }, fewer]) {
    const [lines, made] = open(changed);
    assert.equal((await readAll(lines)).length, Object.keys(changed).length);
    assert.ok(made.length > 0 && made.length < 50, `${made.length} were made`);
  }
});

test("one key stands for all records", () => {
  const keyOf = (versions: Versions) => open(versions)[0].key();
  assert.equal(keyOf(many), keyOf({ ...many }));
  assert.notEqual(keyOf(many), keyOf({ ...many, "story-99": 2 }));
});

test("one digest tells lines from others, and is the same whether they are cached or rendered", async () => {
  const digestOf = (versions: Versions) => open(versions)[0].digest();
  const made = await open(many, "code", null)[0].digest();
  await readAll(open(many)[0]);
  assert.equal(await digestOf(many), made);
  assert.notEqual(await digestOf({ ...many, "story-40": 2 }), made);
  const [, ...others] = Object.entries(many);
  assert.notEqual(await digestOf(Object.fromEntries(others)), made);
  // Keys may change where lines do not: the digest is that of the lines.
  const source = { slug: "a", make: async () => "line" };
  const [one, two] = ["one", "two"].map((key) => createLines([{ ...source, key: () => key }], undefined));
  assert.notEqual(one?.key(), two?.key());
  assert.equal(await one?.digest(), await two?.digest());
});

test("the digest of cached lines needs no line, and no header that was changed is believed", async (t) => {
  const place = await mkdtemp(join(tmpdir(), "curalog-lines-"));
  t.after(() => rm(place, { recursive: true }));
  const [lines] = open(many, "code", place);
  await readAll(lines);
  const wanted = await lines.digest();
  for (const file of await readdir(place)) {
    const text = await readFile(join(place, file), "utf8");
    await writeFile(join(place, file), text.slice(0, text.indexOf("\n") + 1));
  }
  const [headers, none] = open(many, "code", place);
  assert.deepEqual([await headers.digest(), none], [wanted, []]);
  const [file = "", second = ""] = await readdir(place);
  await writeFile(join(place, file), (await readFile(join(place, file), "utf8")).replace(/^./, "~"));
  await writeFile(join(place, second), "");
  const [again, made] = open(many, "code", place);
  assert.equal(await again.digest(), wanted);
  assert.ok(made.length > 0 && made.length < 50, `${made.length} were made`);
});

test("cached lines that were changed are rendered again", async () => {
  const [lines] = open(many);
  lines.prune();
  const wanted = await readAll(lines);
  const [file = "", second = ""] = await readdir(folder);
  await writeFile(join(folder, file), (await readFile(join(folder, file), "utf8")).replace("story", "lie"));
  await writeFile(join(folder, second), "");
  const [again, made] = open(many);
  assert.deepEqual(await readAll(again), wanted);
  assert.ok(made.length > 0);
});

test("what is no longer wanted goes, and nothing else", async () => {
  await readAll(open({ ...many, "story-0": 7 })[0]);
  const [lines] = open(many);
  await readAll(lines);
  lines.prune();
  const [again, made] = open(many);
  await readAll(again);
  assert.deepEqual(made, []);
  const [changed, madeAnew] = open({ ...many, "story-0": 7 });
  await readAll(changed);
  assert.ok(madeAnew.includes("story-0"));
});

test("there is no line beyond the last", async () => {
  await assert.rejects(open({ a: 1 })[0].at(1), /There is no line 1/);
});

test("a folder that cannot be written stops nothing", async () => {
  const blocked = join(folder, "file");
  await writeFile(blocked, "");
  const [lines] = open({ a: 1 }, "code", join(blocked, "inside"));
  assert.deepEqual(await readAll(lines), ['{"a":1}']);
  lines.prune();
});
