/** Renders the files of a compiled site into its folder; what is cached is not rendered again. */
import { posix } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Cache } from "../lib/cache.ts";
import { digestOf } from "../lib/digest.ts";
import type { SiteEntry, SitePath } from "./site-entry.ts";
import type { SiteTree } from "./site-tree.ts";

export interface RenderTask extends Pick<SitePath, "path" | "component"> {
  /** Path below the folder of the site, decoded, with `/`. */
  readonly file: string;
  /** Key in the cache; undefined for what is rendered in every build. */
  readonly key: string | undefined;
  /** Digest of the bytes that are cached under the key. */
  readonly cached: string | undefined;
}

export interface RenderTools {
  readonly site: Pick<SiteEntry, "renderPath">;
  readonly tree: SiteTree;
  readonly cache: Cache;
}

/** `codeOf` is the digest of all code that a route is made of. A page and its alternates follow one another, since they share one view. */
export function toRenderTasks(
  paths: readonly SitePath[],
  codeOf: (component: string) => string,
  cache: Pick<Cache, "findDigest">,
): RenderTask[] {
  const tasks = paths.map(({ path, component, cacheKey }) => {
    const file = toFile(path);
    const key = cacheKey === undefined ? undefined : digestOf(`${codeOf(component)} ${file} ${cacheKey}`);
    return { path, component, file, key, cached: key && cache.findDigest(key) };
  });
  return [...Map.groupBy(tasks, ({ file }) => posix.dirname(file)).values()].flat();
}

/** Below the folder of the site: `news/a-story/index.html`. The 404 page is where hosts look for it. */
export function toFile(path: string): string {
  if (path === "/404/") return "404.html";
  return path.endsWith("/") ? `${path.slice(1)}index.html` : path.slice(1);
}

export interface RenderedFile {
  readonly file: string;
  readonly digest: string;
  readonly isCached: boolean;
}

/** Images that are drawn at once, by the threads of Node's pool; JavaScript goes on rendering meanwhile. */
const IMAGES_AT_ONCE = 4;

export async function renderTasks(
  tasks: readonly RenderTask[],
  tools: RenderTools,
  onRendered: () => void,
): Promise<readonly RenderedFile[]> {
  const rendered: RenderedFile[] = [];
  const renderAll = async (some: Iterable<RenderTask>) => {
    for (const task of some) {
      rendered.push(await renderTask(task, tools));
      onRendered();
      // Gives images, timers and messages of threads their turn.
      await setImmediate();
    }
  };
  const isImage = ({ file }: RenderTask) => file.endsWith(".png");
  const images = tasks.filter(isImage).values();
  await Promise.all([
    renderAll(tasks.filter((task) => !isImage(task))),
    ...Array.from({ length: IMAGES_AT_ONCE }, () => renderAll(images)),
  ]);
  return rendered;
}

async function renderTask(task: RenderTask, { site, tree, cache }: RenderTools): Promise<RenderedFile> {
  const { file, key, cached } = task;
  if (key !== undefined && cached !== undefined && tree.put(file, cached, () => cache.get(key)))
    return { file, digest: cached, isCached: true };
  const bytes = await site.renderPath(task);
  const digest = key === undefined ? digestOf(bytes) : cache.set(key, bytes);
  tree.put(file, digest, () => bytes);
  return { file, digest, isCached: false };
}
