/** Bundles the site with Astro into a folder, with an entry module of our own and without rendering a page. */
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { type AstroIntegration, build } from "astro";
import type { CmsSettings } from "../cms/config.ts";
import { writeCms } from "../cms/write-cms.ts";

/** Folders are absolute. */
export interface CompileOptions {
  readonly folder: string;
  readonly project: string;
  /** Undefined for a site without an editing page. */
  readonly cms: CmsSettings | undefined;
}

/** Entry module in `server/` below the folder; scripts, styles and fonts are in `assets/`. */
export const ENTRY = "entry.mjs";

/** The folder must be below the project, so that imports of packages resolve. */
export async function compileInto({ folder, project, cms }: CompileOptions): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, "no-public-files"), { recursive: true });
  process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
  await build({
    root: project,
    outDir: join(folder, "assets"),
    // Static files are copied by the build itself.
    publicDir: join(folder, "no-public-files"),
    logLevel: "warn",
    integrations: [bundleOnly(join(project, "src/builder/render/entry.ts"), join(folder, "server"))],
  });
  if (cms) await writeCms(join(folder, "assets"), cms);
}

/** Replaces the entry of the bundle, renders no page, and moves the bundle away before Astro deletes it. */
function bundleOnly(entry: string, server: string): AstroIntegration {
  return {
    name: "curalog-bundle-only",
    hooks: {
      "astro:config:setup": ({ updateConfig }) => {
        const useEntry = {
          name: "curalog-entry",
          configEnvironment: (name: string) =>
            name === "prerender" ? { build: { rolldownOptions: { input: entry } } } : undefined,
        };
        updateConfig({ vite: { plugins: [useEntry] } });
      },
      "astro:build:start": ({ setPrerenderer }) => {
        setPrerenderer((astro) => ({ name: "curalog", getStaticPaths: async () => [], render: astro.render }));
      },
      "astro:build:generated": async ({ dir }) => {
        await rename(new URL(".prerender/", dir), server);
        const [file, other] = (await readdir(server)).filter((name) => name.startsWith("prerender-entry."));
        if (file === undefined || other !== undefined)
          throw new Error(`Astro left ${file ? "two entries" : "no entry"} in ${server}`);
        await rename(join(server, file), join(server, ENTRY));
      },
    },
  };
}
