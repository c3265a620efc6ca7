/** What images weigh and are, read from the files; what is missing or no image is left out. */
import { open } from "node:fs/promises";
import { join } from "node:path";
import { type ImageType, imageTypeOf, SIGNATURE_BYTES } from "../lib/image-type.ts";
import { isMissing } from "./read-content.ts";

export interface ImageFacts {
  /** In bytes. */
  readonly length: number;
  readonly type: ImageType;
}

/** By path below `root`. Only the first bytes of each file are read. */
export async function readImages(root: string, files: readonly string[]): Promise<ReadonlyMap<string, ImageFacts>> {
  const images = new Map<string, ImageFacts>();
  for (const file of new Set(files)) {
    const facts = await readImage(join(root, file));
    if (facts) images.set(file, facts);
  }
  return images;
}

async function readImage(path: string): Promise<ImageFacts | undefined> {
  const file = await open(path).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (!file) return undefined;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SIGNATURE_BYTES), 0, SIGNATURE_BYTES, 0);
    const type = imageTypeOf(buffer.subarray(0, bytesRead));
    return type && { length: (await file.stat()).size, type };
  } finally {
    await file.close();
  }
}
