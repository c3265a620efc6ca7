/** The format of an image file, and its size in pixels. */
import sharp from "sharp";

export interface ImageFile {
  /** As sharp names it: `png`, `jpeg`. */
  readonly format: string;
  readonly width: number;
  readonly height: number;
}

/** Undefined for a file that is no image. */
export async function readImage(bytes: Buffer): Promise<ImageFile | undefined> {
  try {
    const { format, width, height } = await sharp(bytes).metadata();
    return { format, width, height };
  } catch {
    return undefined;
  }
}

/** Sizes that an ICO file holds, as `16x16`; none for what is no ICO. */
export function icoSizes(bytes: Buffer): string[] {
  const isIco = bytes.length >= 6 && bytes.readUInt32LE(0) === 0x00010000;
  const count = isIco ? bytes.readUInt16LE(4) : 0;
  if (bytes.length < 6 + 16 * count) return [];
  return Array.from({ length: count }, (_, index) => {
    const [width = 0, height = 0] = bytes.subarray(6 + 16 * index);
    return `${width || 256}x${height || 256}`;
  });
}
