import assert from "node:assert/strict";
import { hash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { listFiles } from "../built-site/built-site.ts";
import { digestOf } from "../lib/digest.ts";
import { compressSite } from "./compress-site.ts";
import type { FileRecord } from "./site-record.ts";
import { createSiteWriter } from "./site-writer.ts";

test("text gets smaller copies, the same each time; what is small, compressed or for hosts gets none", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "curalog-"));
  t.after(() => rm(folder, { recursive: true }));
  const html = "<p>word</p>".repeat(500);
  const noise = Buffer.concat(Array.from({ length: 64 }, (_, index) => hash("sha512", `${index}`, "buffer")));
  const files: Readonly<Record<string, string | Buffer>> = {
    "index.html": html,
    "topic/a/index.html": html,
    "feed.xml": html,
    "noise.txt": noise,
    "small.html": "<p>word</p>",
    "card.png": html,
    "hosting/nginx-server.conf": html,
    "vercel.json": html,
    "a.unknown": html,
  };
  for (const [file, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), content);
  }
  const steps: (string | undefined)[] = [];
  let total = 0;
  let isStopped = false;
  const startProgress = (count: number) => {
    total = count;
    const stop = () => {
      isStopped = true;
    };
    return { step: (text?: string) => steps.push(text), stop };
  };
  const tree = createSiteWriter(folder, join(folder, "none"));
  const records = new Map(Object.keys(files).map((file) => [file, recordOf(join(folder, file))]));
  const { compression: first, written } = await compressSite(folder, records, tree, undefined, startProgress);
  const copies = listFiles(folder).filter((file) => /\.(br|gz)$/.test(file));
  assert.deepEqual(copies, [
    "feed.xml.br",
    "feed.xml.gz",
    "index.html.br",
    "index.html.gz",
    "topic/a/index.html.br",
    "topic/a/index.html.gz",
  ]);
  assert.deepEqual([first.files, first.plain], [4, html.length * 3 + noise.length]);
  assert.ok(first.br < first.gzip && first.gzip < first.plain);
  assert.deepEqual(
    [steps.toSorted(), total, isStopped],
    [["feed.xml", "index.html", "noise.txt", "topic/a/index.html"], 4, true],
  );

  const bytes = await Promise.all(["index.html.br", "index.html.gz"].map((file) => readFile(join(folder, file))));
  assert.equal(brotliDecompressSync(bytes[0] as Buffer).toString(), html);
  assert.equal(gunzipSync(bytes[1] as Buffer).toString(), html);
  assert.deepEqual([...(bytes[1]?.subarray(4, 8) ?? [])], [0, 0, 0, 0], "gzip's time");

  // Were it read again, its copies would be others.
  await writeFile(join(folder, "index.html"), "other bytes");
  // One file changed: its copies are written anew, the others are those that were there.
  const last = {
    compression: first,
    files: new Map([...records, ...[...written].map(([file, put]) => [file, put] as const)]),
  };
  const changed = new Map(records).set("feed.xml", { ...recordOf(join(folder, "feed.xml")), digest: "other" });
  const second = await compressSite(folder, changed, tree, last, startProgress);
  assert.deepEqual(second.compression, first);
  assert.deepEqual(
    copies.filter((file) => second.written.get(file)?.key === "other"),
    ["feed.xml.br", "feed.xml.gz"],
  );
  assert.deepEqual(await readFile(join(folder, "index.html.br")), bytes[0]);
});

function recordOf(path: string): FileRecord {
  const { size, mtimeMs, ino } = statSync(path);
  return { key: "", digest: digestOf(readFileSync(path)), size, time: mtimeMs, inode: ino };
}
