/** Reloads pages of the development server when content changes. */
import { basename, dirname, resolve } from "node:path";
import type { AstroIntegration } from "astro";
import { SETTINGS_FILE } from "../config/settings.ts";
import { isContentPath, toContentPath } from "../ingest/read-content.ts";

/** `catalog/get-catalog.ts` listens for it. */
const CHANGED = "curalog:content-changed";
/** Astro's own event, which makes it call `getStaticPaths` again. */
const PATHS_CHANGED = "astro:content-changed";

/** Folders are absolute. */
export function watchContent(folders: readonly string[]): AstroIntegration {
  return {
    name: "curalog-watch-content",
    hooks: {
      "astro:server:setup": ({ server: { watcher, environments }, logger }) => {
        watcher.add([...folders, resolve(SETTINGS_FILE)]);
        watcher.on("all", (_event, path) => {
          if (path === resolve(SETTINGS_FILE)) logger.warn(`${SETTINGS_FILE} changed. Stop and start again to see it.`);
          const isWatched = folders.some((root) => isContentPath(toContentPath(root, path), "", ""));
          if (!isWatched) return;
          const { client, ...others } = environments;
          // Modules keep values computed from the closed lists, so they have to be loaded anew.
          const isVocabulary = basename(dirname(path)) === "vocabulary";
          for (const { hot } of Object.values(others)) {
            if (isVocabulary) hot.send({ type: "full-reload" });
            hot.send(CHANGED, {});
            hot.send(PATHS_CHANGED, {});
          }
          client.hot.send({ type: "full-reload", path: "*" });
        });
      },
    },
  };
}
