type ImageType = "image/jpeg" | "image/png" | "image/gif" | "image/webp" | "image/avif";

const SIGNATURE_BYTES = 12;

/** Each at its place in the file. */
const SIGNATURES: readonly (readonly [type: ImageType, offset: number, signature: string])[] = [
  ["image/jpeg", 0, "\xff\xd8\xff"],
  ["image/png", 0, "\x89PNG\r\n\x1a\n"],
  ["image/gif", 0, "GIF87a"],
  ["image/gif", 0, "GIF89a"],
  ["image/webp", 8, "WEBP"],
  ["image/avif", 4, "ftypavif"],
  ["image/avif", 4, "ftypavis"],
];

/** The media type of an image by its first bytes, without the library that wrote the feeds' enclosures; undefined for everything else, SVG too. */
export function imageTypeOf(bytes: Uint8Array): ImageType | undefined {
  const head = Buffer.from(bytes.subarray(0, SIGNATURE_BYTES)).toString("latin1");
  return SIGNATURES.find(([, offset, signature]) => head.startsWith(signature, offset))?.[0];
}
