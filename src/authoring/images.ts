/** Turns a third-party image into a plain file: decoded, resized and encoded again, without its metadata. */
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import { toImageType } from "../lib/image-type.ts";
import { UserError } from "../lib/user-error.ts";
import { writeFileAtomically } from "../lib/write-file-atomically.ts";

export type ImageReason = "bad-name" | "too-large" | "vector" | "no-image" | "too-many-pixels" | "too-small";

const ADVICE: Readonly<Record<ImageReason, string>> = {
  "bad-name": "Use lower-case letters, digits and hyphens, without an ending.",
  "too-large": "Save it smaller and give the file.",
  vector: "SVG can hold programs; save it as PNG and give the file.",
  "no-image": "Give a JPEG, PNG, WebP, GIF or AVIF image that opens in a browser.",
  "too-many-pixels": "Save it smaller and give the file.",
  "too-small": "Choose a larger image, or none.",
};

export class ImageError extends UserError {
  override readonly name = "ImageError";
  readonly reason: ImageReason;

  /** `told` is what is wrong, as a sentence; what to do is added. */
  constructor(reason: ImageReason, told: string) {
    super(`${told} ${ADVICE[reason]}`);
    this.reason = reason;
  }
}

export interface StoredImage {
  /** Below the folder: `name.jpg` or `name.png`. */
  readonly file: string;
  readonly width: number;
  readonly height: number;
}

export const MAX_IMAGE_BYTES = 8_000_000;
/** More than any camera's page-sized photograph; as bare pixels 160 MB. */
const MAX_PIXELS = 40_000_000;
const MAX_WIDTH = 1600;
/** Below it are trackers, icons and buttons, and nothing that a card could show. */
const MIN_SIDE = 200;
/** A file can be small and still take minutes to decode. */
const DECODING_SECONDS = 20;

/** Never a path. */
const NAME = /^[a-z\d]+(?:-[a-z\d]+)*$/;

/**
 * Stores an image as `name.jpg`, or as `name.png` where parts of it are transparent. The same bytes give the same file.
 * Throws an `ImageError`, and then nothing is written.
 */
export async function storeImage(
  bytes: Uint8Array,
  { folder, name }: { readonly folder: string; readonly name: string },
): Promise<StoredImage> {
  if (!NAME.test(name)) throw new ImageError("bad-name", `'${name}' cannot be the name of an image.`);
  const { data, width, height, ending } = await redraw(bytes);
  const file = `${name}.${ending}`;
  await writeFileAtomically(join(folder, file), data);
  return { file, width, height };
}

interface Redrawn {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly ending: "jpg" | "png";
}

/** Reads the header first: what is refused for its size is never decoded. */
async function redraw(bytes: Uint8Array): Promise<Redrawn> {
  if (bytes.length > MAX_IMAGE_BYTES) {
    throw new ImageError("too-large", `The image has ${bytes.length} bytes, and ${MAX_IMAGE_BYTES} are allowed.`);
  }
  const { width, height } = await readSize(bytes);
  if (width * height > MAX_PIXELS) {
    throw new ImageError("too-many-pixels", `The image has ${width} × ${height} pixels, and that is too many.`);
  }
  if (width < MIN_SIDE || height < MIN_SIDE) {
    throw new ImageError("too-small", `The image has ${width} × ${height} pixels; each side needs ${MIN_SIDE}.`);
  }
  try {
    return await encode(bytes);
  } catch {
    throw new ImageError("no-image", "The image is broken.");
  }
}

/** The size after the turn that the metadata asks for. Only the header is read. */
async function readSize(bytes: Uint8Array): Promise<{ width: number; height: number }> {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  if (/<svg[\s>]|<!DOCTYPE svg/i.test(head)) throw new ImageError("vector", "The image is an SVG.");
  // An async function, since sharp throws at once where there are no bytes.
  const readHeader = async () => open(bytes, false).metadata();
  const metadata = await readHeader().catch(() => undefined);
  if (!metadata) throw new ImageError("no-image", "This is no image that can be read.");
  if (!toImageType(metadata.mediaType)) {
    throw new ImageError("no-image", `An image of the format ${metadata.format} is not taken.`);
  }
  return metadata.autoOrient;
}

/** Without a limit only to read the header, so that the refusal can say how large it is. */
function open(bytes: Uint8Array, isLimited = true): Sharp {
  return sharp(bytes, {
    limitInputPixels: isLimited ? MAX_PIXELS : false,
    failOn: "error",
    autoOrient: true,
    sequentialRead: true,
  });
}

/** Metadata and colour profile are dropped; the colours are converted to sRGB. */
async function encode(bytes: Uint8Array): Promise<Redrawn> {
  const plain = await open(bytes)
    .timeout({ seconds: DECODING_SECONDS })
    .resize({ width: MAX_WIDTH, withoutEnlargement: true })
    .toColourspace("srgb")
    .png({ compressionLevel: 1 })
    .toBuffer();
  const { isOpaque } = await sharp(plain).stats();
  const image = sharp(plain);
  const { data, info } = await (isOpaque
    ? image.removeAlpha().jpeg({ quality: 82, mozjpeg: true })
    : image.png({ compressionLevel: 9 })
  ).toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, ending: isOpaque ? "jpg" : "png" };
}
