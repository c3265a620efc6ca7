/** What a build knows of the site it left, kept beside it: a claim about each file that is proved by its inode before it is believed. */
import { existsSync, readFileSync, type Stats } from "node:fs";
import { writeFileAtomically } from "../lib/write-file-atomically.ts";
import type { Compression } from "./compress-site.ts";

/** One file of a site. */
export interface FileRecord {
  /** Decided its bytes, together with the code; empty where the bytes themselves had to tell. */
  readonly key: string;
  /** Of the bytes; of a file that is copied, what tells it from another. */
  readonly digest: string;
  /** In bytes. */
  readonly size: number;
  /** Of the last change, in milliseconds. */
  readonly time: number;
  readonly inode: number;
  /** The content security policy of a page, by its place in the list of all; -1 for what is no page. */
  readonly policy: number;
}

export interface SiteRecord {
  /** Digest of all that the site was made from. */
  readonly inputs: string;
  /** Digest of the code that made it. */
  readonly code: string;
  /** What the check said of the content. */
  readonly summary: string;
  readonly policies: readonly string[];
  /** What compressed copies came to, where there are any. */
  readonly compression: Compression | undefined;
  readonly files: ReadonlyMap<string, FileRecord>;
}

/** Changes with the form of the file. */
const FORM = 1;

/** Undefined when there is none that can be read: then everything is made anew. */
export function readRecord(path: string): SiteRecord | undefined {
  if (!existsSync(path)) return undefined;
  try {
    const { form, files, ...head } = JSON.parse(readFileSync(path, "utf8"));
    if (form !== FORM) return undefined;
    const read = new Map<string, FileRecord>();
    for (const [file, key, digest, size, time, inode, policy] of files)
      read.set(file, { key, digest, size, time, inode, policy });
    return { ...head, files: read };
  } catch {
    return undefined;
  }
}

export async function writeRecord(
  path: string,
  { inputs, code, summary, policies, compression, files }: SiteRecord,
): Promise<void> {
  const rows = [...files].map(([file, { key, digest, size, time, inode, policy }]) =>
    JSON.stringify([file, key, digest, size, time, inode, policy]),
  );
  const head = JSON.stringify({ form: FORM, inputs, code, summary, policies, compression }).slice(0, -1);
  await writeFileAtomically(path, `${head},"files":[\n${rows.join(",\n")}\n]}\n`);
}

/** True for a file that is the very one that was recorded, untouched. */
export function isRecorded(known: FileRecord, stats: Stats | undefined): boolean {
  return (
    stats !== undefined &&
    stats.ino === known.inode &&
    stats.size === known.size &&
    stats.mtimeMs === known.time &&
    stats.isFile()
  );
}
