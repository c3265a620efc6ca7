/** What is left out of a build of the pages alone; no route itself. */
import { getConfig } from "../config.ts";

/** The paths of a route for programs: none where only pages are built. */
export function unlessPagesOnly<T>(listPaths: () => Promise<readonly T[]>): () => Promise<T[]> {
  return async () => (getConfig().isPagesOnly ? [] : [...(await listPaths())]);
}
