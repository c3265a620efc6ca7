/** Brings one shard up to date with the files: what has the same bytes is kept as it was, the rest is read anew. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { digestOf } from "../lib/digest.ts";
import { writeFileAtomically } from "../lib/write-file-atomically.ts";
import {
  findPartition,
  formatPartition,
  fromPartition,
  type ReadFile,
  type Shard,
  toPartition,
} from "./content-partition.ts";
import { findFileKind } from "./file-kind.ts";

/** What every shard of one refresh has in common; goes to worker threads as it is. */
export interface Refresh {
  readonly contentRoot: string;
  /** Folder of the shards; undefined keeps nothing. */
  readonly store: string | undefined;
  /** Digest of the code, without which no shard is good. */
  readonly code: string;
  /** Paths of the files, by number of their shard, each list sorted. */
  readonly shards: readonly (readonly string[])[];
}

/** The next number that no other thread has taken; each thread goes on until there is none left. */
export function claim(taken: Int32Array): number {
  return Atomics.add(taken, 0, 1);
}

export function partitionPath(store: string, shard: number): string {
  return join(store, `${shard}.json`);
}

/** One shard as it is after the refresh, and as it lies in the store if there is one that can be written. */
export async function refreshPartition({ contentRoot, store, code, shards }: Refresh, number: number): Promise<Buffer> {
  const path = store === undefined ? undefined : partitionPath(store, number);
  const old = path === undefined ? undefined : readBytes(path);
  const known = old && findPartition(old, code);
  const files = (shards[number] ?? []).map((file) => {
    const bytes = readFileSync(join(contentRoot, file));
    return { file, bytes, digest: digestOf(bytes) };
  });
  if (old && known && isSame(known, files)) return old;
  const kept = new Map(known && fromPartition(known).map((one) => [`${one.file}\n${one.digest}`, one]));
  // Loaded where something has to be parsed: a check of content that did not change never needs the schemas.
  const { readFile } = await import("./read-file.ts");
  const read = files.map(({ file, bytes, digest }): ReadFile => {
    const one = kept.get(`${file}\n${digest}`);
    return one ?? { file, digest, result: readFile(findFileKind(file) ?? "facts", { file, bytes }) };
  });
  const shard = formatPartition(toPartition(read), code);
  // A store that cannot be written costs time and nothing else; who needs it whole asks for its seal.
  if (path !== undefined) await writeFileAtomically(path, shard).catch(() => undefined);
  return shard;
}

function isSame({ index }: Shard, files: readonly { readonly file: string; readonly digest: string }[]): boolean {
  return (
    index.length === files.length &&
    index.every(([file, digest], position) => file === files[position]?.file && digest === files[position].digest)
  );
}

function readBytes(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
