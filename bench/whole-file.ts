/** Publishes an engine that needs one file, and all of it, before it can answer anything. */
import { compressedSize } from "./compressed-size.ts";
import type { Published, Searcher } from "./engine.ts";

export async function publishWhole(
  file: string,
  open: (file: string) => Searcher | Promise<Searcher>,
): Promise<Published> {
  const size = await compressedSize(file);
  return {
    bytesInAll: size,
    open: async () => open(file),
    bytesBeforeAnswer: async () => size,
  };
}
