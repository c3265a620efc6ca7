/** Entry of the compiled site: lists its files in batches that threads can render in any order. */
import { join, posix } from "node:path";
import type { APIContext, APIRoute, RouteData, SSRManifest } from "astro";
import { app, manifest } from "astro/entrypoints/prerender";
import { useContent } from "../../catalog/get-catalog.ts";
import { setOutputCache } from "../../outputs/output-cache.ts";
import { withPolicyFirst } from "./policy-first.ts";
import type { Batch, RenderTask, RenderTaskList, SiteSettings } from "./render-task.ts";
import { fileOfPath, pathOfRoute } from "./route-path.ts";

interface StaticPath {
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly props?: object;
  /** See `RenderTask.getKey`. Computed when it is read. */
  readonly cacheKey?: string | undefined;
}

/** Exports of a module in `src/pages/`. */
interface RouteModule {
  readonly getStaticPaths?: () => Promise<readonly StaticPath[]> | readonly StaticPath[];
  readonly GET?: APIRoute;
  /** See `Batch.singleThreaded`. */
  readonly singleThreaded?: boolean;
  /** Its response may be too large for memory. */
  readonly isStreamed?: boolean;
  /** Rendered last, since it uses what other routes have cached. */
  readonly afterAll?: boolean;
  /** Not a page for readers; left out by `isPagesOnly`. */
  readonly machineReadable?: boolean;
}

interface SiteRoute {
  readonly data: RouteData;
  readonly module: RouteModule;
}

interface RoutePath {
  readonly route: SiteRoute;
  readonly path: StaticPath;
}

const { routes, site }: SSRManifest = manifest;
prepareApp();

export async function listBatches({ store, fingerprint, code, isPagesOnly }: SiteSettings): Promise<readonly Batch[]> {
  useContent(store, fingerprint);
  setOutputCache(join(store, "outputs"), code);
  const all = await Promise.all(
    routes.map(
      async ({ routeData: data }): Promise<SiteRoute> => ({
        data,
        module: (await app.getComponentByRoute(data)) as unknown as RouteModule,
      }),
    ),
  );
  const wanted = all.filter(({ module }) => !(isPagesOnly && module.machineReadable));
  const [single, others] = split(wanted, ({ module }) => module.singleThreaded === true);
  const [last, many] = split(others, ({ module }) => module.afterAll === true);
  return [
    // The largest batches first, so that no thread is left with one at the end.
    ...single.map((route) => ({
      singleThreaded: true,
      list: async () => listRenderTasks(await listRoutePaths(route)),
    })),
    {
      singleThreaded: false,
      list: async () => listRenderTasks(byFolder((await Promise.all(many.map(listRoutePaths))).flat())),
    },
    ...last.map((route) => ({ singleThreaded: false, list: async () => listRenderTasks(await listRoutePaths(route)) })),
  ];
}

function split<T>(items: readonly T[], isFirst: (item: T) => boolean): readonly [T[], T[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}

async function listRoutePaths(route: SiteRoute): Promise<readonly RoutePath[]> {
  const paths = (await route.module.getStaticPaths?.()) ?? [{ params: {} }];
  return paths.map((path) => ({ route, path }));
}

/** A page and its alternates are in one folder; rendered one after the other, they share one view. */
function byFolder(routePaths: readonly RoutePath[]): readonly RoutePath[] {
  const folderOf = ({ route, path }: RoutePath) => posix.dirname(fileOfPath(pathOfRoute(route.data, path.params)));
  return [...Map.groupBy(routePaths, folderOf).values()].flat();
}

/** Lazy, because all tasks at once would take more memory than the catalog. */
function listRenderTasks(routePaths: readonly RoutePath[]): RenderTaskList {
  return {
    length: routePaths.length,
    at(index) {
      const routePath = routePaths[index];
      if (!routePath) throw new RangeError(`There is no task ${index}`);
      return toRenderTask(routePath);
    },
  };
}

function toRenderTask({ route: { data, module }, path }: RoutePath): RenderTask {
  const pathname = pathOfRoute(data, path.params);
  return {
    file: fileOfPath(pathname),
    route: data.component,
    getKey: () => path.cacheKey,
    render: () => (module.GET ? respond(module.GET, path, module.isStreamed) : renderPage(data, pathname)),
  };
}

/** Endpoints use their params and props alone, nothing else of an `APIContext`. */
async function respond(
  get: APIRoute,
  { params, props = {} }: StaticPath,
  isStreamed = false,
): Promise<Uint8Array | ReadableStream<Uint8Array>> {
  const response = (await get({ params, props } as unknown as APIContext)) as Response;
  return isStreamed && response.body ? response.body : response.bytes();
}

async function renderPage(route: RouteData, pathname: string): Promise<Uint8Array> {
  const request = new Request(new URL(encodeURI(pathname), site));
  const response = await app.render(request, { routeData: route });
  if (response.status !== 200 && route.route !== "/404") throw new Error(`${pathname} answered ${response.status}`);
  return new TextEncoder().encode(withPolicyFirst(await response.text()));
}

/**
 * Astro's prerenderer is normally given what the bundler found out. Rendering
 * reads two things of it: the style sheets that Astro would link (the layout
 * links its own) and the scripts of integrations (there are none).
 * https://github.com/withastro/astro/blob/astro@7.3.5/packages/astro/src/core/build/environment.ts
 */
function prepareApp(): void {
  app.setInternals({ pagesByKeys: new Map() } as unknown as Parameters<typeof app.setInternals>[0]);
  app.setOptions({
    settings: { scripts: [] },
    logger: { options: { destination: { write: () => undefined } } },
  } as unknown as Parameters<typeof app.setOptions>[0]);
}
