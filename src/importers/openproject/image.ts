/** The image of a story: the attachment that holds it, checked, described, and compared with the file of its name. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import sharp from "sharp";
import { readIfPresent } from "../../ingest/read-content.ts";
import { toImageType } from "../../lib/image-type.ts";
import type { Api, Attachment } from "./api.ts";
import type { ImportedImage } from "./base-store.ts";
import { ApiError } from "./connection.ts";

/** An image of few bytes can decode to more than a machine has memory for. */
const MAX_PIXELS = 50_000_000;
/** The name that the exporting system took the image from. */
const IMAGE_NAME = /^curated[\s_-]*featured[\s_-]*image\.\w+$/i;

export interface IncomingImage {
  readonly image: ImportedImage;
  /** Undefined when it was imported before and need not be written. */
  readonly bytes?: Uint8Array;
  /** `conflict`: an editor changed the file, by cropping it for example, and OpenProject has a new image as well. */
  readonly decision: "write" | "leave" | "conflict";
}

/** Undefined where no attachment is the image; an `ApiError` where it is none that a page can show. */
export async function fetchImage(
  api: Api,
  attachments: readonly Attachment[],
  known: ImportedImage | undefined,
  { imageRoot, isAll, stem }: { readonly imageRoot: string; readonly isAll: boolean; readonly stem: string },
): Promise<IncomingImage | undefined> {
  const attachment = newest(attachments, IMAGE_NAME);
  if (!attachment) return undefined;
  // OpenProject never changes an attachment: another image is another attachment.
  const isKnown = !isAll && known?.attachment.id === attachment.id;
  if (isKnown && (await findDigest(imageRoot, known.href)) !== undefined) return { image: known, decision: "leave" };
  const bytes = await api.download(attachment);
  const image = await describeImage(bytes, attachment, stem);
  const onDisk = await findDigest(imageRoot, image.href);
  const isOurs = onDisk === undefined || onDisk === known?.digest;
  const isSame = onDisk === image.digest || (!isOurs && known?.digest === image.digest);
  return { image, bytes, decision: isSame ? "leave" : isOurs ? "write" : "conflict" };
}

/** The newest attachment of a name. */
export function newest(attachments: readonly Attachment[], name: RegExp): Attachment | undefined {
  return attachments.filter(({ fileName }) => name.test(fileName)).sort((a, b) => b.id - a.id)[0];
}

async function describeImage(bytes: Uint8Array, { id, fileName }: Attachment, stem: string): Promise<ImportedImage> {
  const image = sharp(bytes, { limitInputPixels: MAX_PIXELS });
  const { format, mediaType, width, height } = await image.metadata().catch(() => {
    throw new ApiError(`The attachment '${fileName}' is not an image that can be read`);
  });
  const ending = toImageType(mediaType)?.replace("image/", "");
  if (ending === undefined) {
    throw new ApiError(`The attachment '${fileName}' is of the format ${format}, which is not shown`);
  }
  // Decodes all of it: an image that was cut off has a complete header.
  await image.stats().catch(() => {
    throw new ApiError(`The attachment '${fileName}' is damaged`);
  });
  return {
    href: `${stem}-featuredImage.${ending}`,
    format: ending.toUpperCase(),
    size: [width, height],
    attachment: { id, fileName, link: `/api/v3/attachments/${id}/content` },
    digest: digestOf(bytes),
  };
}

/** Undefined when there is no such file. */
async function findDigest(imageRoot: string, href: string): Promise<string | undefined> {
  const bytes = await readIfPresent(join(imageRoot, href));
  return bytes && digestOf(bytes);
}

function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
