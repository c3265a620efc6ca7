/** While developing, an edit of the content reaches the pages and the browser at once. */
import type { AstroIntegration } from "astro";
import { isContentPath, toContentPath } from "../ingest/read-content.ts";

/** Told to the server's modules; `get-catalog.ts` listens. */
const CHANGED = "curalog:content-changed";
/** Astro's own, upon which it asks the routes for their paths again. */
const PATHS_CHANGED = "astro:content-changed";

/** Folders are absolute. */
export function watchContent(contentRoot: string, imageRoot: string): AstroIntegration {
  return {
    name: "curalog-watch-content",
    hooks: {
      "astro:server:setup": ({ server: { watcher, environments } }) => {
        watcher.add([contentRoot, imageRoot]);
        watcher.on("all", (_event, path) => {
          const isWatched = [contentRoot, imageRoot].some((root) => isContentPath(toContentPath(root, path), "", ""));
          if (!isWatched) return;
          const { client, ...others } = environments;
          for (const { hot } of Object.values(others)) {
            hot.send(CHANGED, {});
            hot.send(PATHS_CHANGED, {});
          }
          client.hot.send({ type: "full-reload", path: "*" });
        });
      },
    },
  };
}
