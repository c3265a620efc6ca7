/** The body of one content file, read when its page is built; bodies are not kept in memory. */
import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bodyOf } from "./front-matter.ts";

/** The file is not the one that the catalog was made from. */
export class ChangedFileError extends Error {
  override readonly name = "ChangedFileError";
}

/**
 * Markdown or HTML below the front matter. `digest` is that of the bytes when
 * the catalog was read; without it the file is taken as it is now.
 */
export function readBody(root: string, file: string, digest?: string): string {
  // Without a promise: a thread that prints has nothing else to do meanwhile, and small files come faster so.
  const bytes = readFileSync(join(root, file));
  if (digest !== undefined && hash("sha256", bytes, "base64url") !== digest)
    throw new ChangedFileError(`${file} changed while the site was being built. Build again.`);
  return bodyOf(bytes);
}
