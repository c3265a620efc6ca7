/** Promise: finds and reads content files, in a stable order; knows folders, not entities. */
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { byText } from "../lib/order.ts";

/** A file with its bytes; `file` is the path from the content root, with `/`. */
export interface RawFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** Paths of the files with this ending below `root/folder`, sorted; none when the folder is missing. */
export async function listFiles(root: string, folder: string, ending: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(
    (error: unknown) => {
      if (isMissing(error)) return [];
      throw error;
    },
  );
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending) && !entry.name.startsWith("."))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort(byText);
}

/** Reads all files with this ending below `root/folder`. */
export async function readFiles(root: string, folder: string, ending: string): Promise<RawFile[]> {
  const files = await listFiles(root, folder, ending);
  return Promise.all(files.map(async (file) => ({ file, bytes: await readFile(join(root, file)) })));
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
