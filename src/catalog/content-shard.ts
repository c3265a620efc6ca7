/** Promise: a part of what content files became, as text and back, the same to the byte for the same files; knows the format, not where it lies. */
import { createHash } from "node:crypto";
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
export const SHARDS = 64;

/** The number of the shard that a file belongs to, from its path alone, so that other files never move it. */
export function shardOf(file: string): number {
  let sum = 0;
  for (let index = 0; index < file.length; index += 1) sum = (Math.imul(sum, 31) + file.charCodeAt(index)) | 0;
  return (sum >>> 0) % SHARDS;
}

/** `code` is the digest of what made the results: a text is good for that code alone. */
export function formatShard({ index, results }: Shard, code: string): string {
  const body = `${JSON.stringify(index)}\n${results}`;
  return `${seal(body, code)}\n${body}`;
}

/** The shard in a text that `formatShard` has just made or that `findShard` has found good. */
export function parseShard(text: string): Shard {
  const start = text.indexOf("\n") + 1;
  const end = text.indexOf("\n", start);
  return { index: JSON.parse(text.slice(start, end)), results: text.slice(end + 1) };
}

/** The shard in a text, or undefined where the text is damaged or other code made it. */
export function findShard(text: string, code: string): Shard | undefined {
  return sealOf(text) === seal(text.slice(text.indexOf("\n") + 1), code) ? parseShard(text) : undefined;
}

/** What the text begins with: it stands for everything in it and for the code. */
export function sealOf(text: string): string {
  return text.slice(0, text.indexOf("\n"));
}

function seal(body: string, code: string): string {
  return createHash("sha256").update(`${code}\n`).update(body).digest("base64url");
}

/** What is kept of one file: nothing that its path says, nothing that is empty. */
interface Stored extends Partial<Pick<Entry, "slug" | "data" | "bodyWords"> & FactsResult> {}

export function toShard(files: readonly ReadFile[]): Shard {
  return {
    index: files.map(({ file, digest }) => [file, digest]),
    results: JSON.stringify(files.map(({ result }) => toStored(result))),
  };
}

export function fromShard({ index, results }: Shard): ReadFile[] {
  const stored: readonly Stored[] = JSON.parse(results);
  return index.map(([file, digest], position) => ({ file, digest, result: toResult(file, stored[position] ?? {}) }));
}

function toStored({ entry, facts, links, findings }: FileResult): Stored {
  return {
    ...(entry && { slug: entry.slug, bodyWords: entry.bodyWords, data: entry.data }),
    ...(facts && { facts }),
    ...(links && { links }),
    ...(findings.length > 0 && { findings }),
  };
}

function toResult(file: string, { slug, bodyWords, data, facts, links, findings = [] }: Stored): FileResult {
  const kind = findFileKind(file);
  if (data && kind !== "facts") return { entry: { kind, file, slug, data, bodyWords } as Entry, findings };
  return { ...(facts && { facts }), ...(links && { links }), findings };
}
