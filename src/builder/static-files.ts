/** Files that are copied unchanged. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

export interface StaticFile {
  /** Path below the folder of the site, with `/`. */
  readonly file: string;
  /** Absolute path of the original. */
  readonly source: string;
  /** Changes whenever the bytes may have changed. */
  readonly digest: string;
}

/**
 * All files below a folder, sorted, hidden ones too. The digest avoids reading
 * what may be large: `ctime` changes with every write and cannot be set back.
 */
export function listStaticFiles(folder: string): readonly StaticFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const source = join(entry.parentPath, entry.name);
      const { ino, size, mtimeMs, ctimeMs } = statSync(source);
      const file = source.slice(folder.length + 1).replaceAll("\\", "/");
      return { file, source, digest: `${ino} ${size} ${mtimeMs} ${ctimeMs}` };
    })
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}
