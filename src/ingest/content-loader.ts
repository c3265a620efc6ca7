/** Promise: an Astro loader that reads only files whose bytes changed, keeps findings beside entries, and never stops at the first bad file. */
import { createHash } from "node:crypto";
import { readFile, realpath } from "node:fs/promises";
import { join } from "node:path";
import type { Loader, LoaderContext } from "astro/loaders";
import { isContentPath, isMissing, type RawFile, readFiles, toContentPath } from "./read-content.ts";

interface Options {
  /** Absolute path of the content folder. */
  readonly root: string;
  /** Folder below it. */
  readonly folder: string;
  readonly ending: string;
  /** What is stored for a file: plain data, thin, with its findings. Must not throw for what stands in the file. */
  readonly convert: (file: RawFile) => Record<string, unknown>;
  /**
   * Changes whenever `convert` would answer differently. Astro invalidates its
   * store by the text of `content.config.ts` alone, not by what that imports.
   */
  readonly codeDigest: string;
}

/** One store entry a file, with the path from the content root as its id. */
export function contentLoader({ root, folder, ending, convert, codeDigest }: Options): Loader {
  const update = (context: LoaderContext, file: RawFile): void => {
    const digest = createHash("sha256").update(codeDigest).update(file.bytes).digest("base64url");
    if (context.store.get(file.file)?.digest === digest) return;
    context.store.set({ id: file.file, data: convert(file), digest });
  };
  return {
    name: "curalog-content",
    load: async (context) => {
      const files = await readFiles(root, folder, ending);
      const present = new Set(files.map(({ file }) => file));
      for (const id of context.store.keys()) if (!present.has(id)) context.store.delete(id);
      for (const file of files) update(context, file);

      const { watcher } = context;
      if (!watcher) return;
      watcher.add(join(root, folder));
      const onChange = async (path: string) => {
        const file = toContentPath(root, path);
        if (!isContentPath(file, folder, ending)) return;
        try {
          // The watcher follows symbolic links, and the reader does not.
          if (toContentPath(await realpath(root), await realpath(path)) !== file) return;
          update(context, { file, bytes: await readFile(path) });
        } catch (error) {
          // Gone again since it changed, as when an editor saves by renaming; `unlink` or the next change tells.
          if (!isMissing(error)) throw error;
        }
      };
      watcher.on("add", onChange);
      watcher.on("change", onChange);
      watcher.on("unlink", (path) => {
        const file = toContentPath(root, path);
        if (isContentPath(file, folder, ending)) context.store.delete(file);
      });
    },
  };
}
