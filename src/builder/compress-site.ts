/** Writes Brotli and gzip copies of text files, where they are smaller; copies of unchanged files are reused. */
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Progress } from "../cli/progress.ts";
import { isText, typeOfFile } from "../outputs/hosts/file-types.ts";
import { hiddenPaths } from "../outputs/hosts/host-file-names.ts";
import type { FileRecord, SiteRecord } from "./site-record.ts";
import type { SiteWriter, WrittenFile } from "./site-writer.ts";

/** Bytes; smaller files fit into one packet either way. */
const MIN_SIZE = 1024;

/** File endings that servers look for. */
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
  /** By path; the key of a copy is the digest of the original. */
  readonly written: ReadonlyMap<string, WrittenFile & { readonly key: string }>;
}

/** The result is reproducible: Node's gzip header carries no time. */
export async function compressSite(
  folder: string,
  files: ReadonlyMap<string, Pick<FileRecord, "digest" | "size">>,
  writer: SiteWriter,
  last: Pick<SiteRecord, "compression" | "files"> | undefined,
  startProgress: (total: number) => Progress,
): Promise<Copies> {
  const written = new Map<string, WrittenFile & { readonly key: string }>();
  const wanted = [...files].filter(([file, { size }]) => size >= MIN_SIZE && isCompressed(file));
  const progress = startProgress(wanted.length);
  const total = { files: wanted.length, plain: 0, br: 0, gzip: 0 };
  const queue = wanted.values();

  /** Copies of the last site by ending; undefined when the file has changed since. */
  const reuseCopies = (file: string, digest: string): Map<string, FileRecord> | undefined => {
    if (!last?.compression || last.files.get(file)?.digest !== digest) return undefined;
    const copies = new Map<string, FileRecord>();
    for (const ending of Object.values(copyEndings)) {
      const known = last.files.get(file + ending);
      if (!known) continue;
      if (known.key !== digest || !writer.reuse(file + ending, known)) return undefined;
      copies.set(ending, known);
    }
    return copies;
  };
  // zlib runs in Node's thread pool; more files at once would only take more memory.
  const takeFiles = async () => {
    for (const [file, { digest, size }] of queue) {
      const reused = reuseCopies(file, digest);
      const fresh = reused ? undefined : await compressFile(join(folder, file));
      total.plain += size;
      for (const [encoding, ending] of Object.entries(copyEndings) as ["br" | "gzip", string][]) {
        const bytes = fresh?.[encoding];
        const isSmaller = bytes !== undefined && bytes.length < size;
        const copy = isSmaller ? writer.write(file + ending, bytes, undefined) : reused?.get(ending);
        if (copy) written.set(file + ending, { ...copy, key: digest });
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
  return { compression: total, written };
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
