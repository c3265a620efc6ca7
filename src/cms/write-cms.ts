/** The editing page with all that it loads, bundled into a built site. */
import { copyFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { writeFileAtomically } from "../lib/write-file-atomically.ts";
import { buildCmsConfig, type CmsSettings } from "./config.ts";

/** `siteFolder` is absolute; the page stands at `/admin/` in it. */
export async function writeCms(siteFolder: string, settings: CmsSettings): Promise<void> {
  const folder = join(siteFolder, "admin");
  // Imported here, since most builds do not need the bundler.
  const { build } = await import("vite");
  await build({
    configFile: false,
    root: join(import.meta.dirname, "page"),
    base: "/admin/",
    publicDir: false,
    // What the bundler warns of is how long its plugins took on a slow machine.
    logLevel: "error",
    build: {
      outDir: folder,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
      license: { fileName: "licences.md" },
    },
  });
  await copyFontLicences(folder);
  await writeFileAtomically(join(folder, "config.json"), `${JSON.stringify(buildCmsConfig(settings), null, 2)}\n`);
}

/** The fonts are files within the package, not packages, so the bundler does not list their licences. */
async function copyFontLicences(folder: string): Promise<void> {
  const assets = join(dirname(createRequire(import.meta.url).resolve("@sveltia/cms")), "assets");
  const names = (await readdir(assets)).filter((name) => name.endsWith(".LICENSE.txt"));
  for (const name of names) await copyFile(join(assets, name), join(folder, "assets", name));
}
