/** Promise: writes Brotli and gzip copies beside the text files of a built site, where they are smaller. */
import { readFile, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { isText, typeOfFile } from "../outputs/hosts/file-types.ts";
import { hiddenPaths } from "../outputs/hosts/host-file-names.ts";
import type { Progress } from "./progress.ts";
import { listFiles } from "./verify/built-site.ts";

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

/** Copies are the same on every machine: gzip's header carries no time, and the levels are the highest. */
export async function compressSite(folder: string, startProgress: (total: number) => Progress): Promise<Compression> {
  const files = listFiles(folder).filter(isCompressed);
  const progress = startProgress(files.length);
  const total = { files: 0, plain: 0, br: 0, gzip: 0 };
  const queue = files.values();
  // zlib works in threads of Node's own; more at once than processors would only hold more in memory.
  const takeFiles = async () => {
    for (const file of queue) {
      const sizes = await compressFile(join(folder, file));
      if (sizes !== undefined) {
        total.files += 1;
        total.plain += sizes.plain;
        total.br += sizes.br;
        total.gzip += sizes.gzip;
      }
      progress.step(file);
    }
  };
  try {
    await Promise.all(Array.from({ length: availableParallelism() }, takeFiles));
  } finally {
    progress.stop();
  }
  return total;
}

function isCompressed(file: string): boolean {
  const isHidden = hiddenPaths.some((path) => `/${file}`.startsWith(path));
  return !isHidden && isText(typeOfFile(`/${file}`) ?? "");
}

/** Undefined for a file that is too small. */
async function compressFile(path: string): Promise<Omit<Compression, "files"> | undefined> {
  const plain = await readFile(path);
  if (plain.length < LEAST) return undefined;
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
  const write = async (copy: Buffer, ending: string) => {
    if (copy.length < plain.length) await writeFile(path + ending, copy);
    return Math.min(copy.length, plain.length);
  };
  return {
    plain: plain.length,
    br: await write(br, copyEndings.br),
    gzip: await write(gz, copyEndings.gzip),
  };
}
