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
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeEach, describe, test } from "node:test";
import { digestOf } from "../lib/digest.ts";
import { createSiteTree, hasExactly, removeOthers } from "./site-tree.ts";

let folder = "";
let next = "";
let last = "";

describe("the tree of a site", () => {
  beforeEach((t) => {
    folder = mkdtempSync(join(tmpdir(), "curalog-tree-"));
    if ("after" in t) t.after(() => rmSync(folder, { recursive: true, force: true }));
    [next, last] = [join(folder, "next"), join(folder, "last")];
    for (const path of [next, last]) mkdirSync(path);
  });

  const read = (file: string) => readFileSync(join(next, file), "utf8");
  const refuse = (): never => assert.fail("the bytes were there already");
  const put = (file: string, text: string, readBytes = () => Buffer.from(text)) =>
    createSiteTree(next, last).put(file, digestOf(text), readBytes);

  function writeIn(root: string, file: string, text: string): void {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }

  test("a file is written, in a folder that is made", () => {
    assert.ok(put("a/b/index.html", "page"));
    assert.equal(read("a/b/index.html"), "page");
  });

  test("a file that has its bytes stays, whatever its time; other bytes of the same length and time do not", () => {
    writeIn(next, "index.html", "page");
    utimesSync(join(next, "index.html"), 0, 0);
    const { ino } = lstatSync(join(next, "index.html"));
    put("index.html", "page", refuse);
    assert.equal(lstatSync(join(next, "index.html")).ino, ino);
    writeIn(next, "index.html", "PAGE");
    utimesSync(join(next, "index.html"), 0, 0);
    put("index.html", "page");
    assert.equal(read("index.html"), "page");
  });

  test("what the last site has is linked, and other bytes leave the last site as it is", () => {
    writeIn(last, "a/index.html", "page");
    put("a/index.html", "page", refuse);
    assert.equal(lstatSync(join(next, "a/index.html")).ino, lstatSync(join(last, "a/index.html")).ino);
    put("a/index.html", "changed");
    assert.equal(read("a/index.html"), "changed");
    assert.equal(readFileSync(join(last, "a/index.html"), "utf8"), "page");
  });

  test("a file of the last site that was changed by hand is not linked", () => {
    writeIn(last, "index.html", "PAGE");
    put("index.html", "page");
    assert.equal(read("index.html"), "page");
  });

  test("without bytes anywhere there is no file", () => {
    writeIn(next, "index.html", "old");
    assert.equal(
      createSiteTree(next, last).put("index.html", digestOf("page"), () => undefined),
      false,
    );
    assert.equal(existsSync(join(next, "index.html")), false);
  });

  test("what stands in the way goes: a folder, a file in place of a folder, a link", () => {
    mkdirSync(join(next, "index.html/inner"), { recursive: true });
    writeFileSync(join(next, "topic"), "a file");
    symlinkSync(folder, join(next, "news"));
    writeFileSync(join(folder, "outside"), "page");
    symlinkSync(join(folder, "outside"), join(next, "about.html"));
    const files = ["index.html", "topic/a/index.html", "news/a/index.html", "about.html"];
    for (const file of files) put(file, "page");
    for (const file of files) {
      assert.equal(read(file), "page");
      assert.ok(lstatSync(join(next, file)).isFile());
    }
    assert.deepEqual(readdirSync(folder).sort(), ["last", "next", "outside"]);
  });

  test("a folder that became a link to where its files are now is a folder again", () => {
    put("news/index.html", "page");
    renameSync(join(next, "news"), join(folder, "moved"));
    symlinkSync(join(folder, "moved"), join(next, "news"));
    put("news/index.html", "page");
    assert.ok(lstatSync(join(next, "news")).isDirectory());
    assert.equal(read("news/index.html"), "page");
  });

  test("what the site does not have is removed, with the folders that it leaves empty", () => {
    for (const file of ["index.html", "a/index.html", "b/c/index.html", "d/stray.txt"]) put(file, "page");
    mkdirSync(join(next, "empty/inner"), { recursive: true });
    symlinkSync(folder, join(next, "link"));
    removeOthers(next, new Set(["index.html", "a/index.html"]));
    assert.deepEqual(readdirSync(next, { recursive: true }).sort(), ["a", "a/index.html", "index.html"]);
    assert.ok(existsSync(last));
  });

  test("a folder has exactly its files while it has them and no other", () => {
    const digests = new Map(["index.html", "a/index.html"].map((file) => [file, digestOf("page")]));
    for (const file of digests.keys()) writeIn(last, file, "page");
    assert.ok(hasExactly(last, digests));
    assert.equal(hasExactly(join(folder, "nowhere"), digests), false);
    writeIn(last, "a/index.html", "PAGE");
    assert.equal(hasExactly(last, digests), false);
    writeIn(last, "a/index.html", "page");
    writeIn(last, "a/stray.txt", "");
    assert.equal(hasExactly(last, digests), false);
    rmSync(join(last, "a"), { recursive: true });
    assert.equal(hasExactly(last, digests), false);
  });
});
