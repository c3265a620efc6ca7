/** The entry of the compiled site: its routes as jobs, whose files are printed one by one, in any order, in any number of threads. */
import { join, posix } from "node:path";
import type { APIContext, APIRoute, RouteData, SSRManifest } from "astro";
import { app, manifest } from "astro/entrypoints/prerender";
import { getCatalog, getDigests, useContent } from "../../catalog/get-catalog.ts";
import { groupBy } from "../../lib/order.ts";
import { setOutputCache } from "../../outputs/output-cache.ts";
import { createPageKeys } from "./page-keys.ts";
import { withPolicyFirst } from "./policy-first.ts";
import type { Batch, RenderTask, RenderTaskList, SiteSettings } from "./render-task.ts";
import { fileOfPath, pathOfRoute } from "./route-path.ts";

interface StaticPath {
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly props?: object;
  /** Tells `Print.key`; for a page and its Markdown, that is the key of the page. */
  readonly key?: () => string | undefined;
}

/** What a module of `src/pages/` may export. */
interface RouteModule {
  readonly getStaticPaths?: () => Promise<readonly StaticPath[]> | readonly StaticPath[];
  readonly GET?: APIRoute;
  /** See `Job.isWhole`. */
  readonly isWhole?: boolean;
  /** True for an endpoint whose answer may be too large to be held at once. */
  readonly isStreamed?: boolean;
  /** True for what is made of what other routes keep while they print: it comes last. */
  readonly isLast?: boolean;
  /** True for what is made for programs. */
  readonly machineReadable?: boolean;
}

interface SiteRoute {
  readonly data: RouteData;
  readonly module: RouteModule;
}

interface Place {
  readonly route: SiteRoute;
  readonly path: StaticPath;
}

const { routes, site }: SSRManifest = manifest;
prepareApp();

export async function listBatches({ store, fingerprint, code, isPagesOnly }: SiteSettings): Promise<readonly Batch[]> {
  useContent(store, fingerprint);
  setOutputCache(join(store, "outputs"), code);
  const digests = await getDigests();
  const keyOf = createPageKeys(await getCatalog(), (file) => digests.get(file));
  const all = await Promise.all(
    routes.map(
      async ({ routeData: data }): Promise<SiteRoute> => ({
        data,
        module: (await app.getComponentByRoute(data)) as unknown as RouteModule,
      }),
    ),
  );
  const wanted = all.filter(({ module }) => !(isPagesOnly && module.machineReadable));
  const [whole, others] = split(wanted, ({ module }) => module.isWhole === true);
  const [last, many] = split(others, ({ module }) => module.isLast === true);
  const toRenderTasks = (places: readonly Place[]) => listRenderTasks(places, keyOf);
  return [
    // The largest pieces first, so that no thread begins one when the others are done.
    ...whole.map((route) => ({ isWhole: true, list: async () => toRenderTasks(await listPlaces(route)) })),
    {
      isWhole: false,
      list: async () => toRenderTasks(byFolder((await Promise.all(many.map(listPlaces))).flat())),
    },
    ...last.map((route) => ({ isWhole: false, list: async () => toRenderTasks(await listPlaces(route)) })),
  ];
}

function split<T>(items: readonly T[], isFirst: (item: T) => boolean): readonly [T[], T[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}

async function listPlaces(route: SiteRoute): Promise<readonly Place[]> {
  const paths = (await route.module.getStaticPaths?.()) ?? [{ params: {} }];
  return paths.map((path) => ({ route, path }));
}

/** A page and what is made of it stand in one folder: one after the other they are made of one view. */
function byFolder(places: readonly Place[]): readonly Place[] {
  const folderOf = ({ route, path }: Place) => posix.dirname(fileOfPath(pathOfRoute(route.data, path.params)));
  return [...groupBy(places, folderOf).values()].flat();
}

/** Each is made when it is asked for: together they would take more memory than the catalog. */
function listRenderTasks(places: readonly Place[], keyOf: (path: string) => string | undefined): RenderTaskList {
  return {
    length: places.length,
    at(index) {
      const place = places[index];
      if (!place) throw new RangeError(`There is no print ${index}`);
      return toRenderTask(place, keyOf);
    },
  };
}

function toRenderTask(
  { route: { data, module }, path }: Place,
  keyOf: (path: string) => string | undefined,
): RenderTask {
  const pathname = pathOfRoute(data, path.params);
  return {
    file: fileOfPath(pathname),
    route: data.component,
    key: path.key ?? (() => keyOf(pathname)),
    print: () => (module.GET ? answer(module.GET, path, module.isStreamed) : render(data, pathname)),
  };
}

/** An endpoint is a function of its props: what a server would add to them, it does not read. */
async function answer(
  get: APIRoute,
  { params, props = {} }: StaticPath,
  isStreamed = false,
): Promise<Uint8Array | ReadableStream<Uint8Array>> {
  const response = (await get({ params, props } as unknown as APIContext)) as Response;
  return isStreamed && response.body ? response.body : response.bytes();
}

async function render(route: RouteData, pathname: string): Promise<Uint8Array> {
  const request = new Request(new URL(encodeURI(pathname), site));
  const response = await app.render(request, { routeData: route });
  if (response.status !== 200 && route.route !== "/404") throw new Error(`${pathname} answered ${response.status}`);
  return new TextEncoder().encode(withPolicyFirst(await response.text()));
}

/**
 * The entry that Astro prints a static site with expects what it knows from
 * bundling. Of that, printing reads the style sheets that Astro would link,
 * of which there are none, since the layout links its own, and the scripts of
 * integrations, of which there are none either.
 * https://github.com/withastro/astro/blob/astro@7.3.5/packages/astro/src/core/build/environment.ts
 */
function prepareApp(): void {
  app.setInternals({ pagesByKeys: new Map() } as unknown as Parameters<typeof app.setInternals>[0]);
  app.setOptions({
    settings: { scripts: [] },
    logger: { options: { destination: { write: () => undefined } } },
  } as unknown as Parameters<typeof app.setOptions>[0]);
}
