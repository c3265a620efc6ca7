/**
 * Brings the folder of the next site up to date. A file that already has the right bytes stays; files of the last site
 * are never written to.
 */
import {
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  type Stats,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { digestOf } from "../lib/digest.ts";
import { codeOf } from "../lib/user-error.ts";

/** Digest of the bytes of each file, by path below the folder of the site, with `/`. */
export type FileDigests = ReadonlyMap<string, string>;

export interface SiteTree {
  /** Gives a file the bytes of this digest; `read` is called when no folder has them. False when it has not got them either. */
  readonly put: (file: string, digest: string, read: () => Uint8Array | undefined) => boolean;
}

/** `next` is the folder that is written; what it lacks is linked from `last`, which may be missing. */
export function createSiteTree(next: string, last: string): SiteTree {
  /** Folders seen so far, and whether they were made here: such a folder holds nothing but what was put into it. */
  const folders = new Map([[next, false]]);
  /** Replaces anything else of that name, symbolic links too: writing through one would change files elsewhere. */
  const makeFolder = (folder: string): boolean => {
    const known = folders.get(folder);
    if (known !== undefined) return known;
    const existing = makeFolder(dirname(folder)) ? undefined : find(folder);
    if (existing && !existing.isDirectory()) unlinkSync(folder);
    // Recursive, since another thread may have just created it.
    const isNew = mkdirSync(folder, { recursive: true }) !== undefined;
    folders.set(folder, isNew);
    return isNew;
  };
  const hasLast = find(last) !== undefined;
  return {
    put(file, digest, read) {
      const target = join(next, file);
      const existing = makeFolder(dirname(target)) ? undefined : find(target);
      if (existing?.isFile() && digestOf(readFileSync(target)) === digest) return true;
      // Always a new file: the existing one may be a link to one of the last site.
      if (existing) rmSync(target, { recursive: true });
      const source = join(last, file);
      if (hasLast && hasDigest(source, digest)) linkSync(source, target);
      else {
        const bytes = read();
        if (!bytes) return false;
        writeFileSync(target, bytes, { flag: "wx" });
      }
      return true;
    },
  };
}

/** Removes all other files and empty folders below `folder`. */
export function removeOthers(folder: string, files: Pick<ReadonlySet<string>, "has">): void {
  /** True when the folder is empty afterwards. */
  const sweep = (path: string): boolean => {
    let isEmpty = true;
    for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
      const inner = path === "" ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) {
        if (sweep(inner)) rmdirSync(join(folder, inner));
        else isEmpty = false;
      } else if (files.has(inner)) isEmpty = false;
      else unlinkSync(join(folder, inner));
    }
    return isEmpty;
  };
  sweep("");
}

/** True when the folder holds exactly these files. */
export function hasExactly(folder: string, files: FileDigests): boolean {
  let seen = 0;
  const matches = (path: string): boolean =>
    readdirSync(join(folder, path), { withFileTypes: true }).every((entry) => {
      const inner = path === "" ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) return matches(inner);
      seen += 1;
      const digest = files.get(inner);
      return digest !== undefined && hasDigest(join(folder, inner), digest);
    });
  return find(folder)?.isDirectory() === true && matches("") && seen === files.size;
}

function hasDigest(path: string, digest: string): boolean {
  return find(path)?.isFile() === true && digestOf(readFileSync(path)) === digest;
}

/** Undefined also when a parent is not a folder. */
function find(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (codeOf(error) === "ENOTDIR") return undefined;
    throw error;
  }
}
