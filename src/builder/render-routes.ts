/** Every file that comes from a route: which paths there are, under which keys they are cached, and who renders them. */
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import type { ReadContent } from "../catalog/content-cache.ts";
import type { Cache } from "../lib/cache.ts";
import { digestOf } from "../lib/digest.ts";
import type { CodeDigests } from "./code-digest.ts";
import type { CompiledSite } from "./compile-site.ts";
import { renderWithThreads } from "./render-pool.ts";
import { type RenderedFile, type RenderTask, renderTasks, toRenderTasks } from "./render-site.ts";
import type { SiteEntry } from "./site-entry.ts";
import type { SiteFolders } from "./site-folder.ts";
import type { SiteTree } from "./site-tree.ts";
import { writeServer } from "./write-server.ts";

interface RouteInputs {
  readonly settings: { readonly project: string; readonly cacheFolder: string; readonly code: CodeDigests };
  readonly folders: SiteFolders;
  readonly content: ReadContent;
  readonly compiled: CompiledSite;
  readonly tree: SiteTree;
  readonly cache: Cache;
}

interface RenderedRoutes {
  readonly files: readonly (RenderedFile & { readonly component: string })[];
  readonly pages: number;
  /** Files that were not cached. */
  readonly rendered: number;
  readonly cached: number;
}

/**
 * Percent by which a heap grows before a full collection. By default V8 lets a small heap grow to four times what is in
 * use, and every thread has a heap. A limit would help as well, but abort a build that needs more.
 */
const HEAP_GROWTH = 100;

/** Number of uncached files from which threads save more time than starting them takes. */
const THREADS_FROM = 10_000;

/** Renders every path of every route into the tree, in this process or in threads beside it. */
export async function renderRoutes(
  { settings, folders, content: { content, digests }, compiled, tree, cache }: RouteInputs,
  onRendered: (done: number, total: number) => void,
): Promise<RenderedRoutes> {
  const { cacheFolder, code } = settings;
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH}`);
  const inputs = { content: { content, digests }, code: code.compiled };
  const entry = await writeServer(compiled, join(settings.project, ".cache"), code.compiled);
  const site: SiteEntry = await import(entry);
  site.useInputs({ ...inputs, cache });
  const paths = await site.listPaths();
  // A page names its scripts and styles, which have the digests of their bytes in their names.
  const shared = digestOf([code.environment, [...compiled.assets.keys()]]);
  const codes = new Map([...compiled.routes].map(([component, own]) => [component, digestOf([shared, own])]));
  const tasks = toRenderTasks(paths, (component) => codes.get(component) ?? code.compiled, cache);
  let done = 0;
  const renderHere = (some: readonly RenderTask[]) =>
    renderTasks(some, { site, tree, cache }, () => {
      done += 1;
      onRendered(done, tasks.length);
    });
  const missing = tasks.filter(({ cached }) => cached === undefined).length;
  const rendered =
    missing < THREADS_FROM
      ? await renderHere(tasks)
      : await renderWithThreads(tasks, renderHere, {
          ...inputs,
          entry,
          cacheFolder,
          next: folders.next,
          last: folders.site,
        });
  const components = new Map(tasks.map(({ file, component }) => [file, component]));
  const cached = rendered.filter(({ isCached }) => isCached).length;
  return {
    files: rendered.map((file) => ({ ...file, component: components.get(file.file) ?? "" })),
    pages: paths.filter(({ type }) => type === "page").length,
    rendered: rendered.length - cached,
    cached,
  };
}
