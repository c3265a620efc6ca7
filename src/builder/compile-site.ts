/** Compiles the site with Astro, without rendering a page: its routes become modules for Node, its scripts, styles and fonts become assets. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { AstroIntegration } from "astro";
import type { Plugin } from "vite";
import type { CmsSettings } from "../cms/config.ts";
import type { Cache } from "../lib/cache.ts";
import { digestOf } from "../lib/digest.ts";
import { bundleServiceWorker } from "./bundle-service-worker.ts";
import { listFilesIn } from "./static-files.ts";

/** Files by path, with `/`. */
type Files = ReadonlyMap<string, Uint8Array>;

export interface CompiledSite {
  /** Modules for Node, which import packages of the project. */
  readonly server: Files;
  /** The module among them that exports a `SiteEntry`. */
  readonly entry: string;
  /** Files of the site: scripts, styles and fonts, their names with a digest in them. */
  readonly assets: Files;
  /** Digest of all modules that a route is made of, by the source file of the route. */
  readonly routes: ReadonlyMap<string, string>;
}

interface CompileOptions {
  /** Absolute. */
  readonly project: string;
  /** Undefined for a site without an editing page. */
  readonly cms: CmsSettings | undefined;
}

/**
 * `key` is the digest of the code that is compiled and of its settings; `assertSame` throws if they have changed since.
 */
export async function getCompiledSite(
  options: CompileOptions,
  key: string,
  cache: Cache,
  assertSame: () => void,
): Promise<CompiledSite> {
  const fullKey = digestOf(`compiled ${key}`);
  const cached = cache.get(fullKey);
  if (cached) return deserialize(cached);
  const compiled = await compileSite(options);
  assertSame();
  cache.set(fullKey, serialize(compiled));
  return compiled;
}

async function compileSite({ project, cms }: CompileOptions): Promise<CompiledSite> {
  const folder = await mkdtemp(join(tmpdir(), "curalog-compile-"));
  let server: Omit<CompiledSite, "assets"> | undefined;
  try {
    process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
    // Imported here, since most builds compile nothing.
    const { build } = await import("astro");
    await build({
      root: project,
      outDir: join(folder, "assets"),
      // Static files are copied by the build itself.
      publicDir: join(folder, "no-public-files"),
      logLevel: "warn",
      integrations: [
        compileOnly(project, (compiled) => {
          server = compiled;
        }),
      ],
    });
    if (!server) throw new Error("Astro compiled no server modules");
    await bundleServiceWorker(project, join(folder, "assets"));
    if (cms) {
      const { writeCms } = await import("../cms/write-cms.ts");
      await writeCms(join(folder, "assets"), cms);
    }
    return { ...server, assets: await readFiles(join(folder, "assets")) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Compiles our entry in place of Astro's, and hands over the modules when Astro would begin to render. */
function compileOnly(project: string, onCompiled: (server: Omit<CompiledSite, "assets">) => void): AstroIntegration {
  const entryModule = join(project, "src/builder/site-entry.ts");
  let bundle: { readonly folder: string; readonly entry: string } | undefined;
  let routes: CompiledSite["routes"] = new Map();
  const plugin: Plugin = {
    name: "curalog-compile",
    configEnvironment: (name) =>
      name === "prerender" ? { build: { rolldownOptions: { input: entryModule } } } : undefined,
    applyToEnvironment: ({ name }) => name === "prerender",
    generateBundle() {
      routes = digestRoutes(project, [...this.getModuleIds()], (id) => this.getModuleInfo(id));
    },
    writeBundle({ dir = "" }, chunks) {
      const chunk = Object.values(chunks).find((one) => one.type === "chunk" && one.facadeModuleId === entryModule);
      if (chunk) bundle = { folder: dir, entry: chunk.fileName };
    },
  };
  return {
    name: "curalog-compile",
    hooks: {
      "astro:config:setup": ({ updateConfig, addMiddleware }) => {
        updateConfig({ vite: { plugins: [plugin] } });
        addMiddleware({ order: "pre", entrypoint: join(project, "src/builder/report-errors.ts") });
      },
      "astro:build:start": ({ setPrerenderer }) => {
        setPrerenderer({
          name: "curalog-compile",
          // Astro completes the modules after they are bundled and deletes them after rendering.
          async setup() {
            if (bundle) onCompiled({ server: await readFiles(bundle.folder), entry: bundle.entry, routes });
          },
          getStaticPaths: async () => [],
          render: () => Promise.reject(new Error("Nothing is rendered while the site is compiled")),
        });
      },
    },
  };
}

interface ModuleInfo {
  readonly code: string | null;
  readonly importedIds: readonly string[];
  readonly dynamicallyImportedIds: readonly string[];
}

/**
 * Placeholders for the names of assets in a module's code. They differ from one bundling to the next; the names
 * themselves, which contain a digest of the asset, are known only after bundling.
 * https://rollupjs.org/plugin-development/#file-urls
 */
const ASSET_REFERENCE = /\bROLL(?:DOWN|UP)_FILE_URL_[\w$-]+/g;

/** Of each module in `src/pages/`, the digest of its own code and of all that it imports; the same wherever the project lies. */
export function digestRoutes(
  project: string,
  ids: readonly string[],
  getInfo: (id: string) => ModuleInfo | null,
): ReadonlyMap<string, string> {
  const nameOf = (id: string) =>
    relative(project, id)
      .replaceAll("\\", "/")
      .replace(/^.*node_modules\//, "");
  const codeOf = (id: string) => getInfo(id)?.code?.replaceAll(project, "").replace(ASSET_REFERENCE, "") ?? "";
  const digests = new Map(ids.map((id) => [id, digestOf(codeOf(id))]));
  const listImported = (id: string, seen = new Set<string>()): ReadonlySet<string> => {
    if (seen.has(id)) return seen;
    seen.add(id);
    const { importedIds = [], dynamicallyImportedIds = [] } = getInfo(id) ?? {};
    for (const imported of [...importedIds, ...dynamicallyImportedIds]) listImported(imported, seen);
    return seen;
  };
  const routes = ids.filter((id) => id.startsWith(join(project, "src/pages/")) && !id.includes("?"));
  return new Map(
    routes.map((id) => {
      const modules = [...listImported(id)].map((one) => `${nameOf(one)} ${digests.get(one)}`).sort();
      return [nameOf(id), digestOf(modules)];
    }),
  );
}

async function readFiles(folder: string): Promise<Files> {
  const files = new Map<string, Uint8Array>();
  for (const { file, source } of listFilesIn(folder)) files.set(file, await readFile(source));
  return files;
}
