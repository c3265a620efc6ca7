import { readdirSync } from "node:fs";
import { join } from "node:path";

export interface StaticFile {
  /** Path below the folder, with `/`. */
  readonly file: string;
  /** Absolute path. */
  readonly source: string;
}

/** All files below a folder, sorted, hidden ones too. */
export function listFilesIn(folder: string): readonly StaticFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const source = join(entry.parentPath, entry.name);
      return { source, file: source.slice(folder.length + 1).replaceAll("\\", "/") };
    })
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}
