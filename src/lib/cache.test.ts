import assert from "node:assert/strict";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { beforeEach, describe, test } from "node:test";
import fc from "fast-check";
import { type Cache, deleteCache, openCache } from "./cache.ts";
import { digestOf } from "./digest.ts";

let place = "";
let folder = "";
let file = "";

describe("the cache", () => {
  beforeEach((t) => {
    place = mkdtempSync(join(tmpdir(), "curalog-cache-"));
    if ("after" in t) t.after(() => rmSync(place, { recursive: true, force: true }));
    folder = join(place, "cache");
    file = join(folder, "cache.sqlite");
  });

  const bytesOf = (text: string) => new TextEncoder().encode(text);

  function withCache<T>(action: (cache: Cache) => T): T {
    const cache = openCache(folder);
    try {
      return action(cache);
    } finally {
      cache.close();
    }
  }

  const put = (key: string, text: string) => withCache((cache) => cache.set(key, bytesOf(text)));
  const read = (key: string) =>
    withCache((cache) => {
      const bytes = cache.get(key);
      return bytes && new TextDecoder().decode(bytes);
    });

  test("what was set is there at once and after the next opening, whatever the bytes and keys", () => {
    const entries = fc.dictionary(fc.string({ unit: "grapheme" }), fc.uint8Array());
    fc.assert(
      fc.property(entries, (record) => {
        const all = Object.entries(record);
        const digests = withCache((cache) =>
          all.map(([key, bytes]) => {
            const digest = cache.set(key, bytes);
            assert.deepEqual(cache.get(key), bytes);
            assert.equal(cache.findDigest(key), digest);
            return digest;
          }),
        );
        withCache((cache) => {
          assert.deepEqual(
            all.map(([key]) => cache.findDigest(key)),
            digests,
          );
          for (const [key, bytes] of all) assert.deepEqual(Buffer.from(cache.get(key) ?? []), Buffer.from(bytes));
        });
      }),
      { numRuns: 30 },
    );
  });

  test("a copy of the folder with other times, as a service restores it, holds the same", () => {
    put("a", "text");
    const copy = join(place, "copy");
    cpSync(folder, copy, { recursive: true });
    utimesSync(join(copy, "cache.sqlite"), 0, 0);
    rmSync(folder, { recursive: true });
    cpSync(copy, folder, { recursive: true });
    assert.equal(read("a"), "text");
  });

  test("bytes that are not those that were written are not given", () => {
    put("a", "text");
    const database = new DatabaseSync(file);
    database.prepare("UPDATE entries SET bytes = ?").run(bytesOf("TEXT"));
    database.close();
    withCache((cache) => {
      assert.equal(cache.findDigest("a"), digestOf("text"));
      assert.equal(cache.get("a"), undefined);
      cache.set("a", bytesOf("text"));
    });
    assert.equal(read("a"), "text");
  });

  test("a file that is no cache, or one of another version, is replaced", () => {
    for (const text of ["", "no database", "SQLite format 3\0".padEnd(4096, "x")]) {
      put("a", "text");
      writeFileSync(file, text);
      for (const ending of ["-wal", "-shm"]) rmSync(file + ending, { force: true });
      assert.equal(read("a"), undefined, JSON.stringify(text.slice(0, 20)));
      put("a", "text");
      assert.equal(read("a"), "text");
    }
    const database = new DatabaseSync(file);
    database.exec("PRAGMA user_version = 999");
    database.close();
    assert.equal(read("a"), undefined);
  });

  test("a file that is cut short loses entries and gives no wrong one", () => {
    withCache((cache) => {
      for (let index = 0; index < 200; index += 1) cache.set(`${index}`, bytesOf(`${index}`.repeat(500)));
    });
    const { length } = readFileSync(file);
    truncateSync(file, Math.floor(length / 8192) * 4096);
    withCache((cache) => {
      for (let index = 0; index < 200; index += 1) {
        const bytes = cache.get(`${index}`);
        if (bytes) assert.equal(new TextDecoder().decode(bytes), `${index}`.repeat(500));
      }
    });
    put("a", "text");
    assert.equal(read("a"), "text");
  });

  test("a folder that cannot be made costs the cache alone", () => {
    writeFileSync(folder, "a file");
    withCache((cache) => {
      cache.set("a", bytesOf("text"));
      assert.deepEqual(Buffer.from(cache.get("a") ?? []).toString(), "text");
    });
    assert.equal(read("a"), undefined);
    assert.equal(readFileSync(folder, "utf8"), "a file");
  });

  test("what none of the last five builds used is deleted, and the file becomes smaller", () => {
    put("old", "text".repeat(1_000_000));
    put("used", "text");
    for (let build = 1; build <= 6; build += 1) {
      const isThere = withCache((cache) => {
        cache.findDigest("used");
        cache.endBuild();
        // Read past the cache, since looking at an entry is using it.
        const database = new DatabaseSync(file);
        const keys = database.prepare("SELECT key FROM entries ORDER BY key").all();
        database.close();
        return keys.map(({ key }) => key);
      });
      assert.deepEqual(isThere, build <= 5 ? ["old", "used"] : ["used"], `after ${build} builds`);
    }
    assert.ok(readFileSync(file).length < 1_000_000);
  });

  test("several processes may have it open", () => {
    const [one, two] = [openCache(folder), openCache(folder)];
    one.set("a", bytesOf("one"));
    one.flush();
    assert.equal(two.findDigest("a"), digestOf("one"));
    two.set("b", bytesOf("two"));
    two.close();
    one.close();
    assert.equal(read("b"), "two");
  });

  test("it is deleted whole", () => {
    put("a", "text");
    deleteCache(folder);
    assert.equal(existsSync(file), false);
    deleteCache(join(place, "nowhere"));
  });
});
