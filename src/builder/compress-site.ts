/** Writes Brotli and gzip copies of text files, where they are smaller; copies of unchanged files are reused. */
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Cache } from "../lib/cache.ts";
import { digestOf } from "../lib/digest.ts";
import { isText, typeOfFile } from "../outputs/hosts/file-types.ts";
import { hiddenPaths } from "../outputs/hosts/host-file-names.ts";
import type { FileDigests } from "./site-tree.ts";

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

/** The result is reproducible: Node's gzip header carries no time. */
export async function compressSite(
  folder: string,
  files: FileDigests,
  cache: Cache,
  write: (file: string, bytes: Uint8Array) => void,
): Promise<Compression> {
  const total = { files: 0, plain: 0, br: 0, gzip: 0 };
  const queue = [...files].filter(([file]) => isCompressed(file)).values();
  const keyOf = (digest: string, encoding: string) => digestOf(`copy ${encoding} ${digest}`);
  // zlib runs in Node's thread pool; more files at once would only take more memory.
  const takeFiles = async () => {
    for (const [file, digest] of queue) {
      const plain = await readFile(join(folder, file));
      if (plain.length < MIN_SIZE) continue;
      const [br, gzip] = [cache.get(keyOf(digest, "br")), cache.get(keyOf(digest, "gzip"))];
      const copies = br && gzip ? { br, gzip } : await compress(plain);
      total.files += 1;
      total.plain += plain.length;
      for (const [encoding, ending] of Object.entries(copyEndings) as ["br" | "gzip", string][]) {
        const bytes = copies[encoding];
        if (!br || !gzip) cache.set(keyOf(digest, encoding), bytes);
        if (bytes.length < plain.length) write(file + ending, bytes);
        total[encoding] += Math.min(bytes.length, plain.length);
      }
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, takeFiles));
  return total;
}

function isCompressed(file: string): boolean {
  const isHidden = hiddenPaths().some((path) => `/${file}`.startsWith(path));
  return !isHidden && isText(typeOfFile(`/${file}`) ?? "");
}

async function compress(plain: Buffer): Promise<{ readonly br: Buffer; readonly gzip: Buffer }> {
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
