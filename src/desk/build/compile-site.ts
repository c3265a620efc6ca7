/** Promise: the code of the site compiled once for each state of the code: a module that prints its files, and the scripts, styles and fonts that the pages load. */
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import type { AstroIntegration } from "astro";
import type { CmsSettings } from "../cms/config.ts";
import { writeCms } from "../cms/write-cms.ts";

/** A compiled site: all folders and files absolute. */
export interface Compiled {
  /** Imported by whoever prints; exports a `CompiledSite`. */
  readonly entry: string;
  /** Files that the site has besides those that are printed. */
  readonly assets: string;
}

interface Settings {
  readonly project: string;
  /** Where compiled sites are kept, one folder for each key. */
  readonly folder: string;
  /** Digest of everything that the result depends on. */
  readonly key: string;
  /** Absent: the site has no editing page. */
  readonly cms: CmsSettings | undefined;
  /** True: what is kept is made again. */
  readonly isForced: boolean;
}

/** Compiled sites that are kept, the newest: switching to another branch and back costs nothing. */
const KEPT = 4;
const ENTRY = "entry.mjs";

export async function compileSite({ project, folder, key, cms, isForced }: Settings): Promise<Compiled> {
  const whole = join(folder, key);
  if (isForced) await rm(whole, { recursive: true, force: true });
  if (existsSync(whole)) {
    // As young as the last one that was added, so that what is used is not what is pruned.
    const { mtime } = await stat(folder);
    await utimes(whole, mtime, mtime);
  } else {
    await compileInto(`${whole}.${process.pid}`, project, cms);
    await moveInto(whole, `${whole}.${process.pid}`);
    await prune(folder);
  }
  return { entry: join(whole, "server", ENTRY), assets: join(whole, "assets") };
}

/** A build into another folder may have compiled the same meanwhile. */
async function moveInto(whole: string, made: string): Promise<void> {
  try {
    await rename(made, whole);
  } catch (error) {
    if (!existsSync(whole)) throw error;
    await rm(made, { recursive: true });
  }
}

/** The folder is below the project, so that what is imported from packages is found. */
async function compileInto(folder: string, project: string, cms: CmsSettings | undefined): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, "none"), { recursive: true });
  process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
  // Imported here, since it takes half a second and most builds have the code compiled.
  const { build } = await import("astro");
  await build({
    root: project,
    outDir: join(folder, "assets"),
    // Files that are copied unchanged are no part of the code.
    publicDir: join(folder, "none"),
    logLevel: "warn",
    integrations: [printNothing(join(project, "src/print/entry.ts"), join(folder, "server"))],
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

async function prune(folder: string): Promise<void> {
  const names = await readdir(folder);
  const dated = await Promise.all(
    names.map(async (name) => ({ name, time: (await stat(join(folder, name))).mtimeMs })),
  );
  const old = dated.sort((a, b) => b.time - a.time).slice(KEPT);
  for (const { name } of old) await rm(join(folder, name), { recursive: true, force: true });
}
