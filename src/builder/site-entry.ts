/** Entry of the compiled site: through it a build gives the site its content, lists its paths and renders them. Bundled by Astro. */

import { StaticPaths } from "astro:static-paths";
import { createApp } from "astro/app/entrypoint";
import type { ReadContent } from "../catalog/content-cache.ts";
import { useContent } from "../catalog/get-catalog.ts";
import type { Cache } from "../lib/cache.ts";
import { setOutputCache } from "../outputs/output-cache.ts";
import { isPublished } from "../vocab/published-paths.ts";
import type { ErrorReport } from "./report-errors.ts";

/** A file of the site that is not rendered yet. */
export interface SitePath {
  /** Decoded: `/news/a-story/`, `/feed.xml`. */
  readonly path: string;
  /** Source file of the route: `src/pages/news/[slug].astro`. */
  readonly component: string;
  readonly type: "page" | "endpoint";
  /** Decides the bytes together with the code of the route. Undefined for what is rendered in every build. */
  readonly cacheKey: string | undefined;
}

export interface SiteInputs {
  readonly content: Pick<ReadContent, "content" | "digests">;
  readonly cache: Cache;
  /** Digest of the code that was compiled. */
  readonly code: string;
}

/** Exports of the compiled site. */
export interface SiteEntry {
  readonly useInputs: (inputs: SiteInputs) => void;
  readonly listPaths: () => Promise<readonly SitePath[]>;
  readonly renderPath: (path: Pick<SitePath, "path" | "component">) => Promise<Uint8Array>;
}

// Strings are faster than streams, and a build reads whole files anyway.
const app = createApp({ streaming: false });
const routes = new Map(app.manifest.routes.map(({ routeData }) => [routeData.component, routeData]));

export const useInputs: SiteEntry["useInputs"] = ({ content, cache, code }) => {
  useContent(content);
  setOutputCache(cache, code);
};

export const listPaths: SiteEntry["listPaths"] = async () => {
  const paths = await new StaticPaths(app).getAll();
  return paths
    .map(({ pathname, route: { component, type }, cacheKey }) => ({
      path: type === "page" && !pathname.endsWith("/") ? `${pathname}/` : pathname,
      component,
      type: type === "page" ? ("page" as const) : ("endpoint" as const),
      cacheKey,
    }))
    .filter(({ path }) => isPublished(path));
};

/** The first path of each route that was rendered. */
const firsts = new Map<string, Promise<unknown>>();

/** Astro lists the paths of a route when it renders the first of them; others at the same time would list them again. */
export const renderPath: SiteEntry["renderPath"] = async (path) => {
  const first = firsts.get(path.component);
  if (first) await first;
  const rendering = render(path);
  if (!first)
    firsts.set(
      path.component,
      rendering.catch(() => undefined),
    );
  return rendering;
};

async function render({ path, component }: Pick<SitePath, "path" | "component">): Promise<Uint8Array> {
  const routeData = routes.get(component);
  if (!routeData) throw new Error(`There is no route ${component}`);
  // An endpoint without a file ending answers only at a path with a closing slash, which its file does not have.
  const slash = routeData.type === "endpoint" && !/\.\w+$/.test(path) ? "/" : "";
  const request = new Request(new URL(encodeURI(path) + slash, app.manifest.site));
  const errors: unknown[] = [];
  const report: ErrorReport = { onError: (error) => errors.push(error) };
  const response = await app.render(request, { routeData, locals: report });
  if (errors.length > 0) throw errors[0];
  if (response.status !== 200 && component !== "src/pages/404.astro")
    throw new Error(`${path} could not be rendered: ${component} answered ${response.status}`);
  return response.bytes();
}
