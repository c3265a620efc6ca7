/** Every icon of the site, drawn from the one in `public/favicon.svg`. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { getConfig } from "../config/config.ts";
import { getColours } from "../config/settings.ts";
import { iconUrls } from "../views/urls.ts";

export interface Icon {
  readonly url: string;
  /** Width and height in pixels. */
  readonly size: number;
  /** Part of the width that the drawing takes. */
  readonly scale: number;
  /** Whether it stands on the paper of the site; without it, on whatever is behind it. */
  readonly hasGround?: true;
}

/** Those of one picture a file; `favicon.ico` holds two. */
export const icons = {
  /** iOS paints what is transparent black, and rounds the corners. */
  touch: { url: iconUrls.touch, size: 180, scale: 0.76, hasGround: true },
  small: { url: "/icon-192.png", size: 192, scale: 1 },
  large: { url: "/icon-512.png", size: 512, scale: 1 },
  /**
   * May be cut to a circle or another shape of four fifths of the width: the corners of the drawing must lie within it.
   */
  maskable: { url: "/icon-maskable-512.png", size: 512, scale: 0.66, hasGround: true },
} as const satisfies Readonly<Record<string, Icon>>;

const FAVICON_SIZES = [16, 32] as const;
/** Width of the drawing as it stands in the file, in pixels at the usual density. */
const SOURCE_SIZE = 32;
const SOURCE_DENSITY = 72;

export async function renderIcon({ size, scale, hasGround }: Icon): Promise<Buffer> {
  const inner = Math.round(size * scale);
  const source = await readFile(join(getConfig().publicFolder, "favicon.svg"));
  const drawing = await sharp(source, { density: (SOURCE_DENSITY * inner) / SOURCE_SIZE })
    .resize(inner, inner)
    .png()
    .toBuffer();
  return sharp({
    create: { width: size, height: size, channels: 4, background: hasGround ? getColours().paper : "#00000000" },
  })
    .composite([{ input: drawing }])
    .png({ compressionLevel: 9, palette: true, dither: 0 })
    .toBuffer();
}

/** Two sizes as PNGs in an ICO, which every browser asks for and every version of Windows since Vista reads. */
export async function renderFavicon(): Promise<Buffer> {
  return toIco(
    await Promise.all(
      FAVICON_SIZES.map(async (size) => ({ size, png: await renderIcon({ url: iconUrls.ico, size, scale: 1 }) })),
    ),
  );
}

const HEADER_BYTES = 6;
const ENTRY_BYTES = 16;

/** https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10) */
export function toIco(images: readonly { readonly size: number; readonly png: Buffer }[]): Buffer {
  const header = Buffer.alloc(HEADER_BYTES + ENTRY_BYTES * images.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let position = header.length;
  images.forEach(({ size, png }, index) => {
    const entry = HEADER_BYTES + ENTRY_BYTES * index;
    // A byte each; 0 stands for 256.
    header.writeUInt8(size % 256, entry);
    header.writeUInt8(size % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(png.length, entry + 8);
    header.writeUInt32LE(position, entry + 12);
    position += png.length;
  });
  return Buffer.concat([header, ...images.map(({ png }) => png)]);
}
