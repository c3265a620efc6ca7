/** The record of the last build: what each file of the site was made from, and the inode that identifies it. */
import { existsSync, readFileSync, type Stats } from "node:fs";
import { writeFileAtomically } from "../lib/write-file-atomically.ts";
import type { Compression } from "./compress-site.ts";

/** One file of a site. */
export interface FileRecord {
  /** Determines the bytes together with the code; empty for a file that is always rendered. */
  readonly key: string;
  /** Digest of the bytes; of a static file, its `StaticFile.digest`. */
  readonly digest: string;
  /** In bytes. */
  readonly size: number;
  /** Time of the last change, in milliseconds. */
  readonly time: number;
  readonly inode: number;
}

export interface SiteRecord {
  /** Digest of everything that the site was built from. */
  readonly inputs: string;
  /** Digest of the code. */
  readonly code: string;
  /** Last line of the content check. */
  readonly summary: string;
  /** Totals of the compressed copies, if any. */
  readonly compression: Compression | undefined;
  readonly files: ReadonlyMap<string, FileRecord>;
}

/** Version of the file format. */
const FORMAT = 2;

/** Undefined when there is no readable record; everything is then built from scratch. */
export function readRecord(path: string): SiteRecord | undefined {
  if (!existsSync(path)) return undefined;
  try {
    const { format, files, ...header } = JSON.parse(readFileSync(path, "utf8"));
    if (format !== FORMAT) return undefined;
    const read = new Map<string, FileRecord>();
    for (const [file, key, digest, size, time, inode] of files) read.set(file, { key, digest, size, time, inode });
    return { ...header, files: read };
  } catch {
    return undefined;
  }
}

export async function writeRecord(
  path: string,
  { inputs, code, summary, compression, files }: SiteRecord,
): Promise<void> {
  const rows = [...files].map(([file, { key, digest, size, time, inode }]) =>
    JSON.stringify([file, key, digest, size, time, inode]),
  );
  const header = JSON.stringify({ format: FORMAT, inputs, code, summary, compression }).slice(0, -1);
  await writeFileAtomically(path, `${header},"files":[\n${rows.join(",\n")}\n]}\n`);
}

/** True when the file has the recorded inode, size and time. */
export function matchesRecord(known: FileRecord, stats: Stats | undefined): boolean {
  return (
    stats !== undefined &&
    stats.ino === known.inode &&
    stats.size === known.size &&
    stats.mtimeMs === known.time &&
    stats.isFile()
  );
}
