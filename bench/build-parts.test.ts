import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { peersOf, toChains } from "./build-parts.ts";
import type { Peer, PeerKey } from "./build-peers.ts";
import type { Size } from "./build-size.ts";

const work = mkdtempSync(join(tmpdir(), "curalog-parts-"));
after(() => rmSync(work, { recursive: true }));
const folders = { work, corpus: join(work, "corpus"), adapted: join(work, "adapted") };
mkdirSync(join(folders.corpus, "news"), { recursive: true });
writeFileSync(join(folders.corpus, "news/one.md"), "---\ntitle: One\n---\n");

const peer: Peer = { name: "", version: "", prepare: () => {}, build: () => ({ file: "", args: [] }) };
const stepsOf = (size: Size, keys: readonly PeerKey[] = peersOf(size)) =>
  toChains(size, folders, new Map(keys.map((key) => [key, peer]))).map((chain) =>
    chain.map((step) => `${step.peer}: ${step.part}`),
  );

test("made-up stories are compared as pages alone, from nothing", () => {
  const [pages, all, check] = stepsOf(1000);
  assert.deepEqual(pages, [
    "curalog: pages clean",
    "curalog: pages edited",
    "curalog: pages edited again",
    "curalog: pages unchanged",
    "curalog: pages restored",
    "hugo: pages clean",
    "eleventy: pages clean",
  ]);
  assert.deepEqual(all?.at(-1), "curalog: all restored");
  assert.deepEqual(check, ["curalog: check cold", "curalog: check one"]);
});

test("the real content is compared with everything on, from one restored cache", () => {
  const [pages, all] = stepsOf("real");
  assert.deepEqual(pages?.at(-1), "curalog: pages restored");
  assert.deepEqual(all?.slice(-2), ["curalog: all restored", "astro: all restored"]);
});

test("a peer that was not asked for has no steps", () => {
  assert.deepEqual(stepsOf(1000, ["hugo"]), [["hugo: pages clean"], [], []]);
});
