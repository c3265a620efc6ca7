/** The site compiled into a folder: Astro bundles it with an entry of our own and prints no page. */
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { type AstroIntegration, build } from "astro";
import type { CmsSettings } from "../cms/config.ts";
import { writeCms } from "../cms/write-cms.ts";

/** Folders are absolute. */
export interface CompileOptions {
  readonly folder: string;
  readonly project: string;
  /** Absent: the site has no editing page. */
  readonly cms: CmsSettings | undefined;
}

/** The module that prints, in `server/` below the folder; what pages load is in `assets/`. */
export const ENTRY = "entry.mjs";

/** The folder is below the project, so that what is imported from packages is found. */
export async function compileInto({ folder, project, cms }: CompileOptions): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, "none"), { recursive: true });
  process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
  await build({
    root: project,
    outDir: join(folder, "assets"),
    // Files that are copied unchanged are no part of the code.
    publicDir: join(folder, "none"),
    logLevel: "warn",
    integrations: [printNothing(join(project, "src/builder/render/entry.ts"), join(folder, "server"))],
  });
  if (cms) await writeCms(join(folder, "assets"), cms);
}

/** Has Astro bundle the site with an entry of our own, print no page, and keep the bundle, which it would delete. */
function printNothing(entry: string, server: string): AstroIntegration {
  return {
    name: "curalog-print-nothing",
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
