/** Cached files of outputs, each with a header that tells whether the file is whole. */
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { digestOf } from "../lib/digest.ts";

export interface OutputCache {
  /** Folder, absolute; it may be deleted at any time. */
  readonly folder: string;
  /** Digest of the code that wrote the files, part of their names. */
  readonly code: string;
}

let cache: OutputCache | undefined;

/** Called by a build; without it nothing is cached. `folder` belongs to the content that is built. */
export function setOutputCache(folder: string, code: string): void {
  cache = { folder, code };
}

/** The part of the cache with this name. */
export function findOutputCache(name: string): OutputCache | undefined {
  return cache && { ...cache, folder: join(cache.folder, name) };
}

/** A whole SHA-256 as base64url. */
const DIGEST_LENGTH = 43;
const HEADER_LENGTH = 2 * DIGEST_LENGTH + 1;

export function digestOfContent(content: string | Uint8Array): string {
  return digestOf(content, "base64url", DIGEST_LENGTH);
}

/** The digest of the content, followed by its own, since the header is read alone too. */
function toHeader(digest: string): string {
  return `${digest}${digestOfContent(digest)}\n`;
}

/** The content; undefined when the file is missing, cut short or changed. */
export function readCached(file: string): Buffer | undefined {
  const bytes = tryTo(() => readFileSync(file));
  const content = bytes?.subarray(HEADER_LENGTH);
  return content && bytes?.toString("latin1", 0, HEADER_LENGTH) === toHeader(digestOfContent(content))
    ? content
    : undefined;
}

/** The digest of the content from the header alone; undefined when that is missing or changed. */
export function readCachedDigest(file: string): string | undefined {
  const header = tryTo(() => {
    const handle = openSync(file, "r");
    try {
      const bytes = Buffer.alloc(HEADER_LENGTH);
      return bytes.toString("latin1", 0, readSync(handle, bytes));
    } finally {
      closeSync(handle);
    }
  });
  const digest = header?.slice(0, DIGEST_LENGTH) ?? "";
  return header === toHeader(digest) ? digest : undefined;
}

/** Not atomic, since the header shows half a file. A folder that cannot be written costs time and stops nothing. */
export function writeCached(file: string, content: string | Uint8Array): void {
  const header = toHeader(digestOfContent(content));
  tryTo(() => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === "string" ? header + content : Buffer.concat([Buffer.from(header), content]));
  });
}

/** Names of the files; none where the folder is missing. */
export function listCached(folder: string): readonly string[] {
  return tryTo(() => readdirSync(folder)) ?? [];
}

function tryTo<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
