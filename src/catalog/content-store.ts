/** A content folder becomes `Content`, reading anew only the files whose bytes changed; what they became is kept between runs and shared by threads. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Diagnostic } from "../ingest/diagnostic.ts";
import { listTree } from "../ingest/read-content.ts";
import { digestOf } from "../lib/digest.ts";
import { byText } from "../lib/order.ts";
import { writeFileAtomically } from "../lib/write-file-atomically.ts";
import { entityKindKeys, entityKinds } from "../vocab/entity-kind.ts";
import { digestOfContentCode } from "./content-code.ts";
import {
  type FingerprintedPartition,
  findPartition,
  fromPartition,
  PARTITIONS,
  parsePartition,
  partitionOf,
} from "./content-partition.ts";
import { partitionPath } from "./content-refresh.ts";
import { refreshPartitions } from "./content-threads.ts";
import { findFileKind } from "./file-kind.ts";
import type { Content } from "./rules/rule.ts";

/** Is told how many files there are, and each that was read. */
export type Watch = (total: number) => { readonly step: () => void; readonly stop: () => void };

/** How content is read; all of it may be left out. */
export interface Reading {
  /** Folder of what is kept, absolute; it may be deleted whenever no build runs. Without it nothing is kept. */
  readonly store?: string | undefined;
  /** Threads that may be used, this one among them; one without it. */
  readonly threads?: number | undefined;
  readonly watch?: Watch | undefined;
}

interface Request extends Reading {
  /** Absolute. */
  readonly contentRoot: string;
  /** Absolute. */
  readonly imageRoot: string;
}

interface Loaded {
  readonly content: Content;
  /** Digest of the bytes, by path, of the files that are read. */
  readonly digests: ReadonlyMap<string, string>;
}

interface Refreshed {
  /** Paths of all files below the content root, sorted, those that are not read among them. */
  readonly files: readonly string[];
  /** Stands for the whole content and for the code that read it: the same when nothing changed. */
  readonly fingerprint: string;
  /** What the files became; whoever sees from the seal that nothing changed need not ask. */
  readonly load: () => Loaded;
}

/** Folder below the cache that is the store of this content folder, so that two of them do not take turns in one. */
export function storeOf(cacheFolder: string, contentRoot: string): string {
  return join(cacheFolder, `content-${digestOf(contentRoot)}`);
}

/** Reads the tree, and anew every file whose bytes are not those of the last time. */
export async function refreshContent(request: Request): Promise<Refreshed> {
  const { contentRoot, imageRoot, store, threads = 1, watch } = request;
  const { files, links } = listTree(contentRoot);
  const shards: string[][] = Array.from({ length: PARTITIONS }, () => []);
  for (const file of files) if (findFileKind(file)) shards[partitionOf(file)]?.push(file);
  const beside: Beside = { images: listTree(imageRoot).files, found: findStray(files, links) };
  const progress = watch?.(shards.reduce((sum, { length }) => sum + length, 0));
  const fresh: FingerprintedPartition[] = [];
  await refreshPartitions({ contentRoot, store, code: digestOfContentCode(), shards }, threads, (number, bytes) => {
    fresh[number] = parsePartition(bytes);
    for (const _ of shards[number] ?? []) progress?.step();
  });
  progress?.stop();
  if (store !== undefined) await writeBeside(store, beside);
  return { files, fingerprint: fingerprintAll(fresh, beside), load: () => toLoaded(fresh, beside) };
}

/** The store does not hold what was read; the message is for whoever builds. */
export class StoreError extends Error {
  override readonly name = "StoreError";
}

/**
 * The content of a refresh, from the store alone: what another process has just
 * written. `seal` is what that refresh came to; throws a `StoreError` when the
 * store holds anything else.
 */
export async function loadStoredContent(store: string, fingerprint: string): Promise<Loaded> {
  const stored = await readStored(store);
  if (stored && fingerprintAll(stored.shards, stored.beside) === fingerprint)
    return toLoaded(stored.shards, stored.beside);
  throw new StoreError(
    `${store} does not hold the content that was read: it changed meanwhile, or the folder cannot be written. Build again.`,
  );
}

/** Undefined where anything is missing. */
async function readStored(store: string): Promise<{ beside: Beside; shards: FingerprintedPartition[] } | undefined> {
  try {
    const code = digestOfContentCode();
    const beside: Beside = JSON.parse(await readFile(besidePath(store), "utf8"));
    const shards: FingerprintedPartition[] = [];
    for (let number = 0; number < PARTITIONS; number += 1) {
      const shard = findPartition(await readFile(partitionPath(store, number)), code);
      if (!shard) return undefined;
      shards.push(shard);
    }
    return { beside, shards };
  } catch {
    return undefined;
  }
}

/** What a refresh finds beside the files that it reads. */
interface Beside {
  /** Files below the image folder. */
  readonly images: readonly string[];
  readonly found: readonly Diagnostic[];
}

function besidePath(store: string): string {
  return join(store, "beside.json");
}

async function writeBeside(store: string, beside: Beside): Promise<void> {
  // As with the shards: a store that cannot be written fails nobody who does not need it.
  await writeFileAtomically(besidePath(store), JSON.stringify(beside)).catch(() => undefined);
}

function fingerprintAll(shards: readonly FingerprintedPartition[], beside: Beside): string {
  return digestOf([shards.map(({ fingerprint }) => fingerprint), beside]);
}

/** In the order of the paths, on which it depends which of two entries came first. */
function toLoaded(shards: readonly FingerprintedPartition[], { images, found }: Beside): Loaded {
  const read = shards.flatMap(fromPartition).sort((a, b) => byText(a.file, b.file));
  const results = read.map(({ result }) => result);
  const content = {
    entries: results.flatMap(({ entry }) => entry ?? []),
    facts: results.find(({ facts }) => facts)?.facts,
    links: results.find(({ links }) => links)?.links,
    images: new Set(images),
    found: [...results.flatMap(({ diagnostics }) => diagnostics), ...found],
  };
  return { content, digests: new Map(read.map(({ file, digest }) => [file, digest])) };
}

function findStray(files: readonly string[], links: readonly string[]): Diagnostic[] {
  return [
    ...files
      .filter((file) => findFileKind(file) === undefined)
      .map((file) => strayFile(file, "content is Markdown in one of the folders of content/")),
    ...links.map((link) => strayFile(link, "it is a symbolic link")),
  ];
}

function strayFile(file: string, reason: string): Diagnostic {
  return {
    severity: "warning",
    rule: "stray-file",
    file,
    path: [],
    message: `The file is not read: ${reason}`,
    fix: `Move it to ${entityKindKeys.map((kind) => `${entityKinds[kind].folder}/`).join(", ")} as .md, or delete it`,
    at: { line: 1, column: 1 },
  };
}
