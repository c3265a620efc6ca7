/** Brings the folder of the next site to what it should be, file by file: what is the same is left or linked, never copied, and no file of the last site is ever written into. */
import { createHash } from "node:crypto";
import {
  closeSync,
  constants,
  copyFileSync,
  fstatSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  unlinkSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { type FileRecord, isRecorded } from "./site-record.ts";

/** What a file came to; without `policy`, which whoever made it knows. */
export type Put = Omit<FileRecord, "key" | "policy">;

export interface SiteTree {
  /**
   * True when the recorded file stands in the next site now: it was there
   * already, or it is in the last site and was linked.
   */
  readonly keep: (file: string, known: FileRecord) => boolean;
  /** Writes a file, or keeps the recorded one where its bytes are the same. */
  readonly put: (file: string, bytes: Uint8Array, known: FileRecord | undefined) => Put;
  /** Copies a file; `digest` tells it from any other that could stand there. */
  readonly copy: (file: string, source: string, digest: string, known: FileRecord | undefined) => Put;
  /** The same as `put` for bytes that come one after the other. */
  readonly putStream: (file: string, stream: AsyncIterable<Uint8Array>, known: FileRecord | undefined) => Promise<Put>;
}

/** `next` becomes the site; `last` is the one that `record` tells of, and may be missing. */
export function createTree(next: string, last: string): SiteTree {
  const folders = new Set([next]);
  /** What stands in the place of a folder goes, a link to another folder too: through it, files elsewhere would be written. */
  const makeFolder = (folder: string): void => {
    if (folders.has(folder)) return;
    makeFolder(dirname(folder));
    const there = find(folder);
    if (!there?.isDirectory()) {
      if (there) unlinkSync(folder);
      // Another thread may just have made it.
      mkdirSync(folder, { recursive: true });
    }
    folders.add(folder);
  };
  const keep = (file: string, known: FileRecord): boolean => {
    const target = join(next, file);
    makeFolder(dirname(target));
    const there = find(target);
    if (isRecorded(known, there)) return true;
    const source = join(last, file);
    if (!isRecorded(known, find(source))) return false;
    if (there) remove(target, there);
    linkSync(source, target);
    return true;
  };
  /** The file is made anew: what stands there may be the very file of the last site under a second name. */
  const create = (target: string): number => {
    makeFolder(dirname(target));
    const there = find(target);
    if (there) remove(target, there);
    return openSync(target, "wx");
  };
  return {
    keep,
    put(file, bytes, known) {
      const digest = digestOfBytes(bytes);
      if (known?.digest === digest && keep(file, known)) return known;
      const handle = create(join(next, file));
      try {
        for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
        return { digest, ...toPut(fstatSync(handle)) };
      } finally {
        closeSync(handle);
      }
    },
    copy(file, source, digest, known) {
      if (known?.digest === digest && keep(file, known)) return known;
      const target = join(next, file);
      closeSync(create(target));
      copyFileSync(source, target, constants.COPYFILE_FICLONE);
      return { digest, ...toPut(lstatSync(target)) };
    },
    async putStream(file, stream, known) {
      // The end of the name keeps it apart from every file of a site.
      const temporary = `${join(next, file)}.new~`;
      const hash = createHash("sha256");
      const handle = create(temporary);
      let put: Put;
      try {
        for await (const chunk of stream) {
          hash.update(chunk);
          for (let done = 0; done < chunk.length; ) done += writeSync(handle, chunk, done);
        }
        put = { digest: shorten(hash.digest("base64url")), ...toPut(fstatSync(handle)) };
      } finally {
        closeSync(handle);
      }
      if (known?.digest === put.digest && keep(file, known)) {
        unlinkSync(temporary);
        return known;
      }
      const there = find(join(next, file));
      if (there) remove(join(next, file), there);
      renameSync(temporary, join(next, file));
      return put;
    },
  };
}

/** Removes every file and folder below `folder` that is none of these; returns how many files. */
export function removeOthers(folder: string, files: ReadonlyMap<string, unknown>): number {
  let removed = 0;
  /** True when nothing is left in it. */
  const sweep = (path: string): boolean => {
    let isEmpty = true;
    for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
      const inner = path === "" ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) {
        if (sweep(inner)) rmdirSync(join(folder, inner));
        else isEmpty = false;
      } else if (files.has(inner)) isEmpty = false;
      else {
        unlinkSync(join(folder, inner));
        removed += 1;
      }
    }
    return isEmpty;
  };
  sweep("");
  return removed;
}

/** True when the folder has the recorded files, untouched, and nothing else. */
export function isUntouched(folder: string, files: ReadonlyMap<string, FileRecord>): boolean {
  let seen = 0;
  const isRight = (path: string): boolean =>
    readdirSync(join(folder, path), { withFileTypes: true }).every((entry) => {
      const inner = path === "" ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) return isRight(inner);
      const known = files.get(inner);
      seen += 1;
      return known !== undefined && isRecorded(known, find(join(folder, inner)));
    });
  return find(folder)?.isDirectory() === true && isRight("") && seen === files.size;
}

/** Of bytes that nobody chose to collide with others: 128 bits of SHA-256. */
export function digestOfBytes(bytes: Uint8Array): string {
  return shorten(createHash("sha256").update(bytes).digest("base64url"));
}

function shorten(digest: string): string {
  return digest.slice(0, 22);
}

/** Undefined, too, below what is no folder. */
function find(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOTDIR") return undefined;
    throw error;
  }
}

function remove(path: string, stats: Stats): void {
  if (stats.isDirectory()) rmSync(path, { recursive: true });
  else unlinkSync(path);
}

function toPut({ size, mtimeMs, ino }: Stats): Omit<Put, "digest"> {
  return { size, time: mtimeMs, inode: ino };
}
