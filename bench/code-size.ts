/** How many bytes of code a page fetches for an engine: bundled, minified, compressed. */
import { fileURLToPath } from "node:url";
import { build, type Rolldown } from "vite";
import { compressedSize } from "./compressed-size.ts";

const ENTRY = "virtual:code";

/**
 * `code` is the text of an ES module that imports what a page uses. Vite comes
 * with Astro and bundles the site's own scripts, so every engine is treated alike.
 */
export async function codeSize(code: string): Promise<number> {
  const built = (await build({
    configFile: false,
    root: fileURLToPath(new URL("..", import.meta.url)),
    logLevel: "silent",
    plugins: [
      {
        name: "code",
        resolveId: (id) => (id === ENTRY ? id : null),
        load: (id) => (id === ENTRY ? code : null),
      },
    ],
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: { input: ENTRY, preserveEntrySignatures: "strict" },
    },
  })) as Rolldown.RolldownOutput;
  const sizes = await Promise.all(built.output.map((part) => compressedSize("code" in part ? part.code : part.source)));
  return sizes.reduce((sum, size) => sum + size, 0);
}
