/** Writes the files of the next site. Unchanged files are hard links to the last site, whose own files are never written to. */
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
import { digestOf } from "../lib/digest.ts";
import { type FileRecord, matchesRecord } from "./site-record.ts";

/** Record of a written file, without what only its caller knows. */
export type WrittenFile = Omit<FileRecord, "key">;

export interface SiteWriter {
  /** Links the recorded file from the last site unless it is in place already; false when it is in neither. */
  readonly reuse: (file: string, known: FileRecord) => boolean;
  /** Writes a file, or reuses the recorded one when the bytes are the same. */
  readonly write: (file: string, bytes: Uint8Array, known: FileRecord | undefined) => WrittenFile;
  /** Copies a static file, or reuses the recorded one when the digest is the same. */
  readonly copy: (file: string, source: string, digest: string, known: FileRecord | undefined) => WrittenFile;
  /** Like `write`, for a stream. */
  readonly writeStream: (
    file: string,
    stream: AsyncIterable<Uint8Array>,
    known: FileRecord | undefined,
  ) => Promise<WrittenFile>;
}

/** `last` is the recorded site; it may be missing. */
export function createSiteWriter(next: string, last: string): SiteWriter {
  const folders = new Set([next]);
  /** Replaces anything else of that name, symbolic links too: writing through one would change files elsewhere. */
  const makeFolder = (folder: string): void => {
    if (folders.has(folder)) return;
    makeFolder(dirname(folder));
    const existing = find(folder);
    if (!existing?.isDirectory()) {
      if (existing) unlinkSync(folder);
      // Recursive, since another thread may have just created it.
      mkdirSync(folder, { recursive: true });
    }
    folders.add(folder);
  };
  const reuse = (file: string, known: FileRecord): boolean => {
    const target = join(next, file);
    makeFolder(dirname(target));
    const existing = find(target);
    if (matchesRecord(known, existing)) return true;
    const source = join(last, file);
    if (!matchesRecord(known, find(source))) return false;
    if (existing) remove(target, existing);
    linkSync(source, target);
    return true;
  };
  /** Always a new file: an existing one may be a hard link into the last site. */
  const create = (target: string): number => {
    makeFolder(dirname(target));
    const existing = find(target);
    if (existing) remove(target, existing);
    return openSync(target, "wx");
  };
  return {
    reuse,
    write(file, bytes, known) {
      const digest = digestOf(bytes);
      if (known?.digest === digest && reuse(file, known)) return known;
      const handle = create(join(next, file));
      try {
        for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
        return { digest, ...toWrittenFile(fstatSync(handle)) };
      } finally {
        closeSync(handle);
      }
    },
    copy(file, source, digest, known) {
      if (known?.digest === digest && reuse(file, known)) return known;
      const target = join(next, file);
      closeSync(create(target));
      copyFileSync(source, target, constants.COPYFILE_FICLONE);
      return { digest, ...toWrittenFile(lstatSync(target)) };
    },
    async writeStream(file, stream, known) {
      // No file of a site has a name like this.
      const temporary = `${join(next, file)}.new~`;
      // Ends as the `digestOf` of all bytes.
      const hash = createHash("sha256");
      const handle = create(temporary);
      let written: WrittenFile;
      try {
        for await (const chunk of stream) {
          hash.update(chunk);
          for (let done = 0; done < chunk.length; ) done += writeSync(handle, chunk, done);
        }
        written = { digest: hash.digest("base64url").slice(0, 22), ...toWrittenFile(fstatSync(handle)) };
      } finally {
        closeSync(handle);
      }
      if (known?.digest === written.digest && reuse(file, known)) {
        unlinkSync(temporary);
        return known;
      }
      const existing = find(join(next, file));
      if (existing) remove(join(next, file), existing);
      renameSync(temporary, join(next, file));
      return written;
    },
  };
}

/** Removes all other files and empty folders below `folder`; returns the number of files removed. */
export function removeOthers(folder: string, files: ReadonlyMap<string, unknown>): number {
  let removed = 0;
  /** True when the folder is empty afterwards. */
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

/** True when the folder holds exactly the recorded files, untouched. */
export function isUntouched(folder: string, files: ReadonlyMap<string, FileRecord>): boolean {
  let seen = 0;
  const matches = (path: string): boolean =>
    readdirSync(join(folder, path), { withFileTypes: true }).every((entry) => {
      const inner = path === "" ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) return matches(inner);
      const known = files.get(inner);
      seen += 1;
      return known !== undefined && matchesRecord(known, find(join(folder, inner)));
    });
  return find(folder)?.isDirectory() === true && matches("") && seen === files.size;
}

/** Undefined also when a parent is not a folder. */
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

function toWrittenFile({ size, mtimeMs, ino }: Stats): Omit<WrittenFile, "digest"> {
  return { size, time: mtimeMs, inode: ino };
}
