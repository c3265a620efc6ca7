import { basename, join } from "node:path";
import { getConfig } from "../config/config.ts";
import { serviceWorkerPath } from "../offline/routing.ts";

/** Bundles the service worker into one file at the root of the site: one below a folder would get the requests of that folder alone. */
export async function bundleServiceWorker(project: string, siteFolder: string): Promise<void> {
  // Imported here, since most builds compile nothing.
  const { build } = await import("vite");
  await build({
    configFile: false,
    base: getConfig().siteUrl.pathname,
    root: project,
    publicDir: false,
    logLevel: "error",
    build: {
      outDir: siteFolder,
      emptyOutDir: false,
      rolldownOptions: {
        input: join(project, "src/offline/service-worker.ts"),
        // Not as a module, which older browsers do not run as a service worker.
        output: { format: "iife", entryFileNames: basename(serviceWorkerPath) },
      },
    },
  });
}
