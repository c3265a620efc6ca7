/** A part of what content files became, as text and back, the same to the byte for the same files; knows the format, not where it lies. */

import type { Diagnostic } from "../ingest/diagnostic.ts";
import { digestOf } from "../lib/digest.ts";
import type { Entry } from "./entries.ts";
import { findFileKind } from "./file-kind.ts";
import type { FactsResult, FileResult } from "./read-file.ts";

/** A content file with the digest of its bytes and what it became. */
export interface ReadFile {
  /** Path from the content root, with `/`. */
  readonly file: string;
  readonly digest: string;
  readonly result: FileResult;
}

/** Files with their digests, and what they became still as text: where nothing changed nobody needs to parse it. */
export interface Shard {
  readonly index: readonly (readonly [file: string, digest: string])[];
  /** A list in JSON, in the order of the index. */
  readonly results: string;
}

/** Parts that a hundred thousand files are kept in: an edit writes one of them anew, and each is work for one thread. */
export const PARTITIONS = 64;

/** The number of the shard that a file belongs to, from its path alone, so that other files never move it. */
export function partitionOf(file: string): number {
  let sum = 0;
  for (let index = 0; index < file.length; index += 1) sum = (Math.imul(sum, 31) + file.charCodeAt(index)) | 0;
  return (sum >>> 0) % PARTITIONS;
}

/** `code` is the digest of what made the results: a text is good for that code alone. */
export function formatPartition({ index, results }: Shard, code: string): Buffer {
  const body = Buffer.from(`${JSON.stringify(index)}\n${results}`);
  return Buffer.concat([Buffer.from(`${fingerprintOf(body, code)}\n`), body]);
}

/** A shard as it lies in the store, with the seal that stands for everything in it and for the code. */
export interface FingerprintedPartition extends Shard {
  readonly fingerprint: string;
}

/** The shard that `formatPartition` has just written or that `findPartition` has found good. */
export function parsePartition(bytes: Buffer): FingerprintedPartition {
  const first = bytes.indexOf("\n");
  const second = bytes.indexOf("\n", first + 1);
  return {
    fingerprint: bytes.toString("latin1", 0, first),
    index: JSON.parse(bytes.toString("utf8", first + 1, second)),
    results: bytes.toString("utf8", second + 1),
  };
}

/** The shard in these bytes, or undefined where they are damaged or other code made them. */
export function findPartition(bytes: Buffer, code: string): FingerprintedPartition | undefined {
  const first = bytes.indexOf("\n");
  const isGood = first > 0 && bytes.toString("latin1", 0, first) === fingerprintOf(bytes.subarray(first + 1), code);
  return isGood ? parsePartition(bytes) : undefined;
}

function fingerprintOf(body: Buffer, code: string): string {
  return digestOf([code, digestOf(body)]);
}

/** What is kept of one file: nothing that its path says, nothing that is empty. */
interface Stored extends Partial<Pick<Entry, "slug" | "data" | "bodyWords"> & FactsResult> {}

export function toPartition(files: readonly ReadFile[]): Shard {
  return {
    index: files.map(({ file, digest }) => [file, digest]),
    results: JSON.stringify(files.map(({ result }) => toStored(result))),
  };
}

export function fromPartition({ index, results }: Shard): ReadFile[] {
  const stored: readonly Stored[] = JSON.parse(results);
  return index.map(([file, digest], position) => ({ file, digest, result: toResult(file, stored[position] ?? {}) }));
}

function toStored({ entry, facts, links, diagnostics }: FileResult): Stored {
  return {
    ...(entry && { slug: entry.slug, bodyWords: entry.bodyWords, data: entry.data }),
    ...(facts && { facts }),
    ...(links && { links }),
    ...(diagnostics.length > 0 && { diagnostics }),
  };
}

/** Most files have no findings, and one list can say so for all of them. */
const NONE: readonly Diagnostic[] = [];

function toResult(file: string, { slug, bodyWords, data, facts, links, diagnostics = NONE }: Stored): FileResult {
  if (data) return { entry: { kind: findFileKind(file), file, slug, data, bodyWords } as Entry, diagnostics };
  return { ...(facts && { facts }), ...(links && { links }), diagnostics };
}
