/** The size and type of images, read from the files; a file that is missing or no image is left out. */
import { stat } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { type ImageType, toImageType } from "../lib/image-type.ts";
import { isMissing } from "./read-content.ts";

export interface ImageFacts {
  /** In bytes. */
  readonly length: number;
  readonly type: ImageType;
}

/** By path below `root`. Only the header of each file is read. */
export async function readImages(root: string, files: readonly string[]): Promise<ReadonlyMap<string, ImageFacts>> {
  const images = new Map<string, ImageFacts>();
  for (const file of new Set(files)) {
    const facts = await readImage(join(root, file));
    if (facts) images.set(file, facts);
  }
  return images;
}

async function readImage(path: string): Promise<ImageFacts | undefined> {
  try {
    const { size } = await stat(path);
    const metadata = await sharp(path)
      .metadata()
      .catch(() => undefined);
    const type = toImageType(metadata?.mediaType);
    return type && { length: size, type };
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
