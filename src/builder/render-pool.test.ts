import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { openCache } from "../lib/cache.ts";
import { renderWithThreads } from "./render-pool.ts";
import { type RenderTask, renderTasks } from "./render-site.ts";
import type { SiteEntry } from "./site-entry.ts";
import { createSiteTree } from "./site-tree.ts";

/** Stands for a compiled site: a file says its path and the thread that rendered it. */
const ENTRY = `
import { threadId } from "node:worker_threads";
export const useInputs = () => {};
export const renderPath = async ({ path }) => {
  // Long enough that no thread takes all.
  await new Promise((resolve) => setTimeout(resolve, 1));
  if (path === "/bad/" && threadId !== 0) throw Object.assign(new Error("bad content"), { isForUser: true });
  if (path === "/end/" && threadId !== 0) process.exit(3);
  return new TextEncoder().encode(path + " " + threadId);
};`;

let folder = "";

describe("rendering with threads", () => {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "curalog-pool-"));
    mkdirSync(join(folder, "next"));
    writeFileSync(join(folder, "entry.mjs"), ENTRY);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const content = {
    entries: [],
    facts: undefined,
    links: undefined,
    interfaces: [],
    images: new Set<string>(),
    documents: new Map(),
    diagnostics: [],
  };

  async function render(paths: readonly string[]) {
    const [entry, cacheFolder] = [pathToFileURL(join(folder, "entry.mjs")).href, join(folder, "cache")];
    const [next, last] = [join(folder, "next"), join(folder, "last")];
    const cache = openCache(cacheFolder);
    const site: SiteEntry = await import(entry);
    const tools = { site, cache, tree: createSiteTree(next, last) };
    const tasks = paths.map((path): RenderTask => {
      const file = `${path.slice(1)}index.html`;
      return { path, component: "", file, key: `key of ${path}`, cached: undefined };
    });
    const inputs = { content: { content, digests: new Map() }, code: "", entry, cacheFolder, next, last };
    try {
      return await renderWithThreads(tasks, (some) => renderTasks(some, tools, () => {}), inputs);
    } finally {
      cache.close();
    }
  }

  const many = Array.from({ length: 500 }, (_, index) => `/${index}/`);

  test("threads share the files, each is written and cached once", async () => {
    const rendered = await render(many);
    assert.deepEqual(rendered.map(({ file }) => file).sort(), many.map((path) => `${path.slice(1)}index.html`).sort());
    const texts = readdirSync(join(folder, "next")).map((name) =>
      readFileSync(join(folder, "next", name, "index.html"), "utf8"),
    );
    const threads = new Set(texts.map((text) => text.split(" ")[1]));
    assert.equal(threads.size, Math.min(availableParallelism(), 8));
    const cache = openCache(join(folder, "cache"));
    for (const path of many) assert.ok(cache.findDigest(`key of ${path}`), path);
    cache.close();
  });

  for (const [path, message] of [
    ["/bad/", /^bad content$/],
    ["/end/", /^A rendering thread ended early with code 3$/],
  ] as const) {
    test(`the error of a thread at ${path} is that of the build`, { skip: availableParallelism() === 1 }, async () => {
      // In every slice, so that no thread is without it.
      const paths = many.flatMap((one, index) => (index % 16 === 0 ? [one, path.replace("/", `/${index}`)] : one));
      writeFileSync(
        join(folder, "entry.mjs"),
        ENTRY.replaceAll(`path === "${path}"`, `path.endsWith("${path.slice(1)}")`),
      );
      await assert.rejects(render(paths), ({ message: found }: Error) => message.test(found));
      const written = readdirSync(join(folder, "next"));
      await setTimeout(100);
      assert.deepEqual(readdirSync(join(folder, "next")), written, "nothing is written after the error");
    });
  }
});
