/** The files of a site that are copied as they are, each with what tells it from any other file that could stand in its place. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

export interface StaticFile {
  /** Path below the site's folder, with `/`. */
  readonly file: string;
  /** Absolute path of what is copied. */
  readonly source: string;
  /** Changes whenever the bytes may have changed. */
  readonly digest: string;
}

/**
 * All files below a folder, sorted, hidden ones too. They may be large and
 * many, so their bytes are not read: the system changes `ctime` with every
 * change of a file, and no program can set it back.
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
