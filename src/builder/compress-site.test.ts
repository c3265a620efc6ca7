import assert from "node:assert/strict";
import { hash } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { openCache } from "../lib/cache.ts";
import { digestOf } from "../lib/digest.ts";
import { compressSite } from "./compress-site.ts";

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
  const digests = new Map(Object.entries(files).map(([file, content]) => [file, digestOf(content)]));
  const cache = openCache(join(folder, "cache"));
  t.after(() => cache.close());
  const compressAll = async (changed = digests) => {
    const copies = new Map<string, Uint8Array>();
    const totals = await compressSite(folder, changed, cache, (file, bytes) => copies.set(file, bytes));
    return { totals, copies };
  };
  const { totals: first, copies: written } = await compressAll();
  assert.deepEqual([...written.keys()].sort(), [
    "feed.xml.br",
    "feed.xml.gz",
    "index.html.br",
    "index.html.gz",
    "topic/a/index.html.br",
    "topic/a/index.html.gz",
  ]);
  assert.deepEqual([first.files, first.plain], [4, html.length * 3 + noise.length]);
  assert.ok(first.br < first.gzip && first.gzip < first.plain);
  const [br, gzip] = ["index.html.br", "index.html.gz"].map((file) => written.get(file) ?? new Uint8Array());
  assert.ok(br && gzip);
  assert.equal(brotliDecompressSync(br).toString(), html);
  assert.equal(gunzipSync(gzip).toString(), html);
  assert.deepEqual([...gzip.subarray(4, 8)], [0, 0, 0, 0], "gzip's time");

  // Were it compressed again, its copies would be others; only the file of another digest is.
  for (const file of ["index.html", "feed.xml"]) await writeFile(join(folder, file), html.toUpperCase());
  const second = await compressAll(new Map(digests).set("feed.xml", "another"));
  assert.deepEqual([second.totals.files, second.totals.plain], [first.files, first.plain]);
  const changed = [...written].filter(
    ([file, bytes]) => !Buffer.from(bytes).equals(second.copies.get(file) ?? Buffer.of()),
  );
  assert.deepEqual(changed.map(([file]) => file).sort(), ["feed.xml.br", "feed.xml.gz"]);
});
