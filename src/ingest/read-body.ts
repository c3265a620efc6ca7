/** Promise: the body of one content file, read when its page is built; bodies are not kept in memory. */
import { hash } from "node:crypto";
import { readFile } from "node:fs/promises";
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
export async function readBody(root: string, file: string, digest?: string): Promise<string> {
  const bytes = await readFile(join(root, file));
  if (digest !== undefined && hash("sha256", bytes, "base64url") !== digest)
    throw new ChangedFileError(`${file} changed while the site was being built. Build again.`);
  return bodyOf(bytes);
}
