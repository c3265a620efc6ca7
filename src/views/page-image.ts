/** The picture shown where a page is shared: its own where that is large enough, else the generated one. */
import type { NewsItem } from "../catalog/graph.ts";
import { cutAtWord } from "../lib/text.ts";
import { absoluteUrl, imageUrl, socialImageUrl } from "./urls.ts";

export interface PageImage {
  /** Absolute. */
  readonly url: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly type: "image/png" | "image/jpeg";
}

/** What networks ask for: 1.91 to 1, and enough pixels for a wide picture. */
export const SOCIAL_IMAGE_WIDTH = 1200;
export const SOCIAL_IMAGE_HEIGHT = 630;

/** Networks show a smaller one as a thumbnail, or not at all. Pixels. */
const LEAST_WIDTH = 600;
const LEAST_HEIGHT = 314;
/** The most that a network takes. */
const ALT_LENGTH = 420;

export function generatedImage(page: string, title: string): PageImage {
  return {
    url: absoluteUrl(socialImageUrl(page)),
    width: SOCIAL_IMAGE_WIDTH,
    height: SOCIAL_IMAGE_HEIGHT,
    alt: cutAtWord(title, ALT_LENGTH),
    type: "image/png",
  };
}

/** The story's own image; undefined when it is small, of unstated size, or of a type that networks refuse. */
export function ownImage({ image, title }: NewsItem): PageImage | undefined {
  const [width, height] = image?.size ?? [0, 0];
  const type = typeOf(image?.file ?? "");
  if (!image || !type || width < LEAST_WIDTH || height < LEAST_HEIGHT) return undefined;
  return {
    url: absoluteUrl(imageUrl(image.file)),
    width,
    height,
    alt: cutAtWord(image.alt || title, ALT_LENGTH),
    type,
  };
}

function typeOf(file: string): PageImage["type"] | undefined {
  if (/\.jpe?g$/i.test(file)) return "image/jpeg";
  return /\.png$/i.test(file) ? "image/png" : undefined;
}
