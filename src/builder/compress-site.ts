/** Brotli and gzip copies beside the text files of a site, where they are smaller; a file that is the same as in the last site is not compressed again. */
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Progress } from "../cli/progress.ts";
import { isText, typeOfFile } from "../outputs/hosts/file-types.ts";
import { hiddenPaths } from "../outputs/hosts/host-file-names.ts";
import type { FileRecord, SiteRecord } from "./site-record.ts";
import type { Put, SiteTree } from "./site-tree.ts";

/** Below this an answer fits into one packet either way. */
const LEAST = 1024;

/** Ending of a copy by its encoding; servers look for these. */
export const copyEndings = { br: ".br", gzip: ".gz" } as const;

/** In bytes. */
export interface Compression {
  readonly files: number;
  readonly plain: number;
  readonly br: number;
  readonly gzip: number;
}

export interface Copies {
  readonly compression: Compression;
  /** By path. The key of a copy is the digest of what it is a copy of. */
  readonly made: ReadonlyMap<string, Put & { readonly key: string }>;
}

/** Copies are the same on every machine: gzip's header carries no time, and the levels are the highest. */
export async function compressSite(
  folder: string,
  files: ReadonlyMap<string, Pick<FileRecord, "digest" | "size">>,
  tree: SiteTree,
  last: Pick<SiteRecord, "compression" | "files"> | undefined,
  startProgress: (total: number) => Progress,
): Promise<Copies> {
  const made = new Map<string, Put & { readonly key: string }>();
  const wanted = [...files].filter(([file, { size }]) => size >= LEAST && isCompressed(file));
  const progress = startProgress(wanted.length);
  const total = { files: wanted.length, plain: 0, br: 0, gzip: 0 };
  const queue = wanted.values();

  /** The copies of the last site; undefined when they are not those of this file. */
  const findOutputCache = (file: string, digest: string): Map<string, FileRecord> | undefined => {
    if (!last?.compression || last.files.get(file)?.digest !== digest) return undefined;
    const kept = new Map<string, FileRecord>();
    for (const ending of Object.values(copyEndings)) {
      const known = last.files.get(file + ending);
      if (!known) continue;
      if (known.key !== digest || !tree.keep(file + ending, known)) return undefined;
      kept.set(ending, known);
    }
    return kept;
  };
  // zlib works in threads of Node's own; more at once than processors would only hold more in memory.
  const takeFiles = async () => {
    for (const [file, { digest, size }] of queue) {
      const kept = findOutputCache(file, digest);
      const fresh = kept ? undefined : await compressFile(join(folder, file));
      total.plain += size;
      for (const [encoding, ending] of Object.entries(copyEndings) as ["br" | "gzip", string][]) {
        const bytes = fresh?.[encoding];
        const isSmaller = bytes !== undefined && bytes.length < size;
        const copy = isSmaller ? tree.put(file + ending, bytes, undefined) : kept?.get(ending);
        if (copy) made.set(file + ending, { ...copy, key: digest });
        total[encoding] += copy?.size ?? size;
      }
      progress.step(file);
    }
  };
  try {
    await Promise.all(Array.from({ length: availableParallelism() }, takeFiles));
  } finally {
    progress.stop();
  }
  return { compression: total, made };
}

function isCompressed(file: string): boolean {
  const isHidden = hiddenPaths.some((path) => `/${file}`.startsWith(path));
  return !isHidden && isText(typeOfFile(`/${file}`) ?? "");
}

async function compressFile(path: string): Promise<{ readonly br: Buffer; readonly gzip: Buffer }> {
  const plain = await readFile(path);
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(plain, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
      },
    }),
    promisify(gzip)(plain, { level: constants.Z_BEST_COMPRESSION }),
  ]);
  return { br, gzip: gz };
}
