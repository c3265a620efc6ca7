/** How many bytes a file is on its way to a browser: brotli at its best, or as it is where that is smaller. */
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const compress = promisify(brotliCompress);

export async function compressedSize(file: string | Uint8Array): Promise<number> {
  const bytes = typeof file === "string" ? Buffer.from(file) : file;
  const { length } = await compress(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
  return Math.min(length, bytes.length);
}
