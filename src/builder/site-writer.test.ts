import assert from "node:assert/strict";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, test } from "node:test";
import type { FileRecord } from "./site-record.ts";
import { createSiteWriter, isUntouched, removeOthers, type SiteWriter, type WrittenFile } from "./site-writer.ts";

let folder = "";
let next = "";
let last = "";
let tree: SiteWriter;

beforeEach((t) => {
  folder = mkdtempSync(join(tmpdir(), "curalog-tree-"));
  if ("after" in t) t.after(() => rmSync(folder, { recursive: true, force: true }));
  [next, last] = [join(folder, "next"), join(folder, "last")];
  for (const path of [next, last]) mkdirSync(path);
  tree = createSiteWriter(next, last);
});

const toRecord = (put: WrittenFile): FileRecord => ({ ...put, key: "" });
const bytes = (text: string) => new TextEncoder().encode(text);
const read = (file: string) => readFileSync(join(next, file), "utf8");

/** A file of the last site, with its record. */
function putLast(file: string, text: string): FileRecord {
  return toRecord(createSiteWriter(last, join(folder, "none")).write(file, bytes(text), undefined));
}

test("what is put stands there, in a folder that is made, and is what the record says", () => {
  const put = tree.write("a/b/index.html", bytes("page"), undefined);
  assert.equal(read("a/b/index.html"), "page");
  assert.ok(tree.reuse("a/b/index.html", toRecord(put)));
});

test("a file of the last site is linked, not copied", () => {
  const known = putLast("a/index.html", "page");
  assert.ok(tree.reuse("a/index.html", known));
  assert.equal(lstatSync(join(next, "a/index.html")).ino, known.inode);
});

test("the same bytes are linked, other bytes leave the last site as it is", () => {
  const known = putLast("index.html", "page");
  assert.equal(tree.write("index.html", bytes("page"), known).inode, known.inode);
  tree.write("index.html", bytes("changed"), known);
  assert.equal(read("index.html"), "changed");
  assert.equal(readFileSync(join(last, "index.html"), "utf8"), "page");
});

test("a file that was changed by hand is not reused", () => {
  const known = putLast("index.html", "page");
  writeFileSync(join(last, "index.html"), "PAGE!");
  assert.equal(tree.reuse("index.html", known), false);
  assert.equal(existsSync(join(next, "index.html")), false);
});

test("what stands in the way goes: a folder, a file in place of a folder, a link", () => {
  mkdirSync(join(next, "index.html/inner"), { recursive: true });
  writeFileSync(join(next, "topic"), "a file");
  symlinkSync(folder, join(next, "news"));
  const files = ["index.html", "topic/a/index.html", "news/a/index.html"];
  for (const file of files) tree.write(file, bytes("page"), undefined);
  for (const file of files) assert.equal(read(file), "page");
  assert.deepEqual(readdirSync(folder).sort(), ["last", "next"]);
});

test("a folder that became a link to where its files are now is a folder again", () => {
  const known = putLast("news/index.html", "page");
  tree.reuse("news/index.html", known);
  renameSync(join(next, "news"), join(folder, "moved"));
  symlinkSync(join(folder, "moved"), join(next, "news"));
  assert.ok(createSiteWriter(next, last).reuse("news/index.html", known));
  assert.ok(lstatSync(join(next, "news")).isDirectory());
});

test("a stream comes to the same as its bytes at once", async () => {
  const whole = tree.write("a.ndjson", bytes("one\ntwo\n"), undefined);
  async function* inParts() {
    yield bytes("one\n");
    yield bytes("two\n");
  }
  const put = await tree.writeStream("b.ndjson", inParts(), undefined);
  assert.equal(put.digest, whole.digest);
  assert.equal(read("b.ndjson"), "one\ntwo\n");
  assert.equal((await tree.writeStream("b.ndjson", inParts(), toRecord(put))).inode, put.inode);
  assert.deepEqual(readdirSync(next).sort(), ["a.ndjson", "b.ndjson"]);
});

test("a copy is taken again when its source is another", () => {
  const source = join(folder, "source.png");
  writeFileSync(source, "picture");
  const first = tree.copy("images/a.png", source, "1", undefined);
  assert.equal(read("images/a.png"), "picture");
  writeFileSync(source, "another");
  assert.equal(tree.copy("images/a.png", source, "1", toRecord(first)).inode, first.inode);
  tree.copy("images/a.png", source, "2", toRecord(first));
  assert.equal(read("images/a.png"), "another");
});

test("what the site does not have is removed, with the folders that it leaves empty", () => {
  const files = ["index.html", "a/index.html", "b/c/index.html", "d/stray.txt"];
  for (const file of files) tree.write(file, bytes("page"), undefined);
  mkdirSync(join(next, "empty/inner"), { recursive: true });
  symlinkSync(folder, join(next, "link"));
  assert.equal(
    removeOthers(
      next,
      new Map([
        ["index.html", 1],
        ["a/index.html", 1],
      ]),
    ),
    3,
  );
  assert.deepEqual(readdirSync(next, { recursive: true }).sort(), ["a", "a/index.html", "index.html"]);
  assert.ok(existsSync(last));
});

test("a site is untouched while it has its files and no other", () => {
  const records = new Map(["index.html", "a/index.html"].map((file) => [file, putLast(file, "page")]));
  assert.ok(isUntouched(last, records));
  assert.equal(isUntouched(join(folder, "nowhere"), records), false);
  writeFileSync(join(last, "a/stray.txt"), "");
  assert.equal(isUntouched(last, records), false);
  rmSync(join(last, "a"), { recursive: true });
  assert.equal(isUntouched(last, records), false);
});
