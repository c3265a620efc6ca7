/** The image, the icon and the document of a story: the attachments that hold them, checked, described, and compared with the files of their names. */
import { join } from "node:path";
import sharp from "sharp";
import { readIfPresent } from "../../ingest/read-content.ts";
import { isPdf } from "../../ingest/read-documents.ts";
import { digestOf } from "../../lib/digest.ts";
import { toImageType } from "../../lib/image-type.ts";
import type { Api, Attachment } from "./api.ts";
import type { Base, ImportedFile } from "./base-store.ts";
import { ApiError } from "./connection.ts";

/** An image of few bytes can decode to more than a machine has memory for. */
const MAX_PIXELS = 50_000_000;

interface FileKind {
  /** The field that names the file, and the end of the file's name. */
  readonly field: string;
  /** Below `public/`. */
  readonly folder: "images" | "documents";
  /** What the attachment is called, without its ending, as the exporting system calls the image. */
  readonly called: string;
  readonly describe: (bytes: Uint8Array, attachment: Attachment, stem: string) => Promise<ImportedFile>;
}

/** By their key in the record of the last import. */
export const fileKinds = {
  image: { field: "featuredImage", folder: "images", called: "Curated_Featured_Image", describe: describeImage },
  icon: { field: "favIconImage", folder: "images", called: "Curated_Fav_Icon_Image", describe: describeImage },
  document: { field: "featuredPdf", folder: "documents", called: "Curated_Featured_Pdf", describe: describePdf },
} as const satisfies Record<string, FileKind>;

export type FileKey = keyof typeof fileKinds;
export const fileKeys = Object.keys(fileKinds) as readonly FileKey[];

export interface IncomingFile {
  readonly key: FileKey;
  readonly file: ImportedFile;
  /** Undefined when it was imported before and need not be written. */
  readonly bytes?: Uint8Array;
  /** `conflict`: an editor changed the file, by cropping it for example, and OpenProject has a new one as well. */
  readonly decision: "write" | "leave" | "conflict";
}

/** Absolute, by the name of the folder below `public/`. */
export type FileRoots = Readonly<Record<FileKind["folder"], string>>;

/** The files that are attached; throws an `ApiError` for one that no page can show. */
export async function fetchFiles(
  api: Api,
  attachments: readonly Attachment[],
  base: Base | undefined,
  options: { readonly roots: FileRoots; readonly isAll: boolean; readonly stem: string },
): Promise<readonly IncomingFile[]> {
  const files: IncomingFile[] = [];
  for (const key of fileKeys) {
    const attachment = newest(attachments, nameOf(fileKinds[key]));
    if (attachment) files.push(await fetchFile(api, attachment, key, { ...options, known: base?.[key] }));
  }
  return files;
}

async function fetchFile(
  api: Api,
  attachment: Attachment,
  key: FileKey,
  { roots, isAll, stem, known }: { roots: FileRoots; isAll: boolean; stem: string; known: ImportedFile | undefined },
): Promise<IncomingFile> {
  const { folder, field, describe } = fileKinds[key];
  // OpenProject never changes an attachment: another file is another attachment.
  const isKnown = !isAll && known?.attachment.id === attachment.id;
  if (isKnown && (await findDigest(roots[folder], known.href)) !== undefined) {
    return { key, file: known, decision: "leave" };
  }
  const bytes = await api.download(attachment);
  const file = await describe(bytes, attachment, `${stem}-${field}`);
  const onDisk = await findDigest(roots[folder], file.href);
  const isOurs = onDisk === undefined || onDisk === known?.digest;
  const isSame = onDisk === file.digest || (!isOurs && known?.digest === file.digest);
  return { key, file, bytes, decision: isSame ? "leave" : isOurs ? "write" : "conflict" };
}

/** `Curated_Featured_Image.jpeg`, `curated featured image.PNG`. */
function nameOf({ called }: FileKind): RegExp {
  return new RegExp(`^${called.replaceAll("_", "[\\s_-]*")}\\.\\w+$`, "i");
}

/** The newest attachment of a name. */
export function newest(attachments: readonly Attachment[], name: RegExp): Attachment | undefined {
  return attachments.filter(({ fileName }) => name.test(fileName)).sort((a, b) => b.id - a.id)[0];
}

async function describeImage(bytes: Uint8Array, attachment: Attachment, stem: string): Promise<ImportedFile> {
  const { fileName } = attachment;
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
  return { ...describeFile(bytes, attachment, stem, ending), size: [width, height] };
}

async function describePdf(bytes: Uint8Array, attachment: Attachment, stem: string): Promise<ImportedFile> {
  if (!isPdf(bytes)) throw new ApiError(`The attachment '${attachment.fileName}' is no PDF`);
  return describeFile(bytes, attachment, stem, "pdf");
}

function describeFile(bytes: Uint8Array, { id, fileName }: Attachment, stem: string, ending: string): ImportedFile {
  return {
    href: `${stem}.${ending}`,
    format: ending.toUpperCase(),
    attachment: { id, fileName, link: `/api/v3/attachments/${id}/content` },
    digest: digestOf(bytes, "hex", 64),
  };
}

/** Undefined when there is no such file. */
async function findDigest(root: string, href: string): Promise<string | undefined> {
  const bytes = await readIfPresent(join(root, href));
  return bytes && digestOf(bytes, "hex", 64);
}
