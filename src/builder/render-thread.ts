/** A thread that renders: its side of the messages of `render-pool.ts`. */
import { parentPort, workerData } from "node:worker_threads";
import { openCache } from "../lib/cache.ts";
import type { ThreadInputs } from "./render-pool.ts";
import { type RenderTask, renderTasks } from "./render-site.ts";
import type { SiteEntry } from "./site-entry.ts";
import { createSiteTree } from "./site-tree.ts";

const { entry, content, code, cacheFolder, next, last }: ThreadInputs = workerData;
const cache = openCache(cacheFolder);
const site: SiteEntry = await import(entry);
site.useInputs({ content, cache, code });
const tools = { site, cache, tree: createSiteTree(next, last) };

parentPort?.on("message", async (tasks: readonly RenderTask[]) => {
  // An error ends the thread; the worker's `error` event passes it on to the build.
  const rendered = await renderTasks(tasks, tools, () => {});
  cache.flush();
  parentPort?.postMessage(rendered);
});
