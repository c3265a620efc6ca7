/** Finds and reads content files, in a stable order; knows folders, not entities. */
import { type Dirent, readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { byText } from "../lib/order.ts";
import { codeOf } from "../lib/user-error.ts";

/** A file with its bytes; `file` is the path from the content root, with `/`. */
export interface RawFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** Path from the content root, with `/`. */
export function toContentPath(root: string, path: string): string {
  return relative(root, path).split(sep).join("/");
}

/** True for a content path in the folder that has the ending and no name that begins with a dot. */
export function isContentPath(file: string, folder: string, ending: string): boolean {
  const isInFolder = folder === "" || file.startsWith(`${folder}/`);
  return isInFolder && file.endsWith(ending) && !file.split("/").some((name) => name.startsWith("."));
}

/** Paths of the files with this ending below `root/folder`, sorted; none when the folder is missing. */
export async function listFiles(root: string, folder: string, ending: string): Promise<string[]> {
  return listTree(root, folder).files.filter((file) => isContentPath(file, folder, ending));
}

/** Paths from a root, with `/`, each list sorted. */
export interface Tree {
  readonly files: readonly string[];
  /** Symbolic links. They are not followed, so that content cannot come from elsewhere. */
  readonly links: readonly string[];
}

/** Everything below `root/folder` but names that begin with a dot; nothing when the folder is missing. */
export function listTree(root: string, folder = ""): Tree {
  const tree: { files: string[]; links: string[] } = { files: [], links: [] };
  collect(root, folder, tree);
  return { files: tree.files.sort(byText), links: tree.links.sort(byText) };
}

/** Reads all files with this ending below `root/folder`. */
export async function readFiles(root: string, folder: string, ending: string): Promise<RawFile[]> {
  const files = await listFiles(root, folder, ending);
  // Read one by one, synchronously: for thousands of small files that takes a fifth of the time.
  return files.map((file) => ({ file, bytes: readFileSync(join(root, file)) }));
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The text with its byte order mark, so that it can be written back; undefined for bytes that are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** The bytes of a file; undefined where there is none. */
export async function readIfPresent(path: string): Promise<Buffer | undefined> {
  return readFile(path).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
}

/** True for the error of a file or folder that is not there. */
export function isMissing(error: unknown): boolean {
  return codeOf(error) === "ENOENT";
}

/** A folder at a time: to list recursively takes Node longer for thousands of files. */
function collect(root: string, folder: string, tree: { files: string[]; links: string[] }): void {
  for (const entry of readFolder(join(root, folder))) {
    if (entry.name.startsWith(".")) continue;
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) collect(root, path, tree);
    else if (entry.isFile()) tree.files.push(path);
    else if (entry.isSymbolicLink()) tree.links.push(path);
  }
}

function readFolder(path: string): Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
