/** What browsers show; SVG is left out, since it can hold scripts. */
const imageTypes = ["image/jpeg", "image/png", "image/gif", "image/webp", "image/avif"] as const;
export type ImageType = (typeof imageTypes)[number];

/** The media type that sharp read from an image, if pages may show it. */
export function toImageType(mediaType: string | undefined): ImageType | undefined {
  return imageTypes.find((type) => type === mediaType);
}
