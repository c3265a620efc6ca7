/** Attachments of a work package, whole and what they say they are, or an error that tells which is not. */
import { createHash, getHashes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { isMissing } from "../../ingest/read-content.ts";
import { digestOf } from "../../lib/digest.ts";
import { toImageType } from "../../lib/image-type.ts";
import { writeFileAtomically } from "../../lib/write-file-atomically.ts";
import type { Attachment } from "./api.ts";
import { ApiError, type Connection } from "./connection.ts";

/** The image of a story as its front matter describes it. */
export interface FeaturedImage {
  /** File below public/images/. */
  readonly href: string;
  /** As the curated article has it: `JPEG`. */
  readonly format: string;
  readonly size: readonly [width: number, height: number];
  readonly attachment: { readonly id: number; readonly fileName: string; readonly link: string };
  /** SHA-256 of the file, hexadecimal. */
  readonly digest: string;
}

const MAX_BYTES = 20 * 1024 * 1024;
/** An image of few bytes can decode to more than a machine has memory for. */
const MAX_PIXELS = 50_000_000;

const IMAGE_NAME = /^curated[\s_-]*featured[\s_-]*image\.\w+$/i;
const CONTENT_NAME = /^curated[\s_-]*content\.(?:md|markdown|html?|txt)$/i;

/** The attachment that the exporting system took the image from; of several the newest. */
export function findImage(attachments: readonly Attachment[]): Attachment | undefined {
  return newest(attachments.filter(({ fileName }) => IMAGE_NAME.test(fileName)));
}

/** The attachment that holds the text of the story; of several the newest. */
export function findContent(attachments: readonly Attachment[]): Attachment | undefined {
  return newest(attachments.filter(({ fileName }) => CONTENT_NAME.test(fileName)));
}

/** The bytes of an attachment, held against the size and the digest that the API gives. */
export async function download(connection: Connection, attachment: Attachment): Promise<Uint8Array> {
  const { fileName, status, size, digest, href } = attachment;
  const name = `The attachment '${fileName}'`;
  if (status !== undefined && status !== "uploaded" && status !== "scanned") {
    throw new ApiError(`${name} cannot be used yet: it is '${status}'`);
  }
  const bytes = await connection.get(connection.resolve(href), {
    accept: ["*/*"],
    maxBytes: MAX_BYTES,
    mayLeave: true,
  });
  if (size !== undefined && bytes.length !== size) {
    throw new ApiError(`${name} has ${bytes.length} bytes instead of ${size}`);
  }
  const algorithm = digest?.algorithm.toLowerCase() ?? "";
  if (digest && getHashes().includes(algorithm)) {
    const actual = createHash(algorithm).update(bytes).digest("hex");
    if (actual !== digest.hash.toLowerCase()) throw new ApiError(`${name} does not have the digest that the API gives`);
  }
  return bytes;
}

/** Describes the bytes; throws when they are no image that a page can show. */
export async function describeImage(
  bytes: Uint8Array,
  { id, fileName }: Attachment,
  stem: string,
): Promise<FeaturedImage> {
  const image = sharp(bytes, { limitInputPixels: MAX_PIXELS });
  const { format, mediaType, width, height } = await image.metadata().catch(() => {
    throw new ApiError(`The attachment '${fileName}' is not an image that can be read`);
  });
  const ending = toImageType(mediaType)?.slice("image/".length);
  if (ending === undefined)
    throw new ApiError(`The attachment '${fileName}' is of the format ${format}, which is not shown`);
  // Decodes all of it: the header of an image that was cut off is whole.
  await image.stats().catch(() => {
    throw new ApiError(`The attachment '${fileName}' is damaged`);
  });
  return {
    href: `${stem}-featuredImage.${ending}`,
    format: ending.toUpperCase(),
    size: [width, height],
    attachment: { id, fileName, link: `/api/v3/attachments/${id}/content` },
    digest: digestOf(bytes, "hex", 64),
  };
}

/** Undefined when there is no such file. */
export async function findDigest(imageRoot: string, href: string): Promise<string | undefined> {
  try {
    return digestOf(await readFile(join(imageRoot, href)), "hex", 64);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** A reader sees the old image or the new one, never half of one. */
export async function writeImage(imageRoot: string, href: string, bytes: Uint8Array): Promise<void> {
  await writeFileAtomically(join(imageRoot, href), bytes);
}

function newest(attachments: readonly Attachment[]): Attachment | undefined {
  return attachments.toSorted((a, b) => b.id - a.id)[0];
}
