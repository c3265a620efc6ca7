/** The PNG of a card is drawn once; what is kept is found by everything that decides its bytes, and checked when it is read. */
import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readdir, rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { getConfig, site } from "../../config.ts";
import { digestOfSources } from "../../lib/digest.ts";
import { writeFileAtomically } from "../../lib/write-file-atomically.ts";
import { colours } from "../../views/colours.ts";
import { SOCIAL_IMAGE_HEIGHT, SOCIAL_IMAGE_WIDTH } from "../../views/page-image.ts";
import type { SocialImageView } from "../../views/social-image.ts";
import { fontPackages, packageFile } from "./fonts.ts";
import { renderSocialImage } from "./render-image.ts";

export type RenderSocialImage = (view: SocialImageView) => Promise<Buffer>;

const DIGEST_BYTES = 32;
/** Cards of another branch or other content, so that going back to it costs nothing; 14 kB each. */
const SPARE = 3000;

export interface ImageCache {
  /** The PNG of a card, kept or drawn. */
  readonly get: RenderSocialImage;
  /** Keeps these cards and as many others as are spare, the newest; where there are more files than both together, the rest goes. */
  readonly prune: (views: readonly SocialImageView[], spare?: number) => Promise<void>;
}

/** `basis` is whatever decides how a card looks besides its view: code, fonts, colours. */
export function createImageCache(folder: string, render: RenderSocialImage, basis: string): ImageCache {
  const nameOf = ({ section, kicker, title, facts, badge }: SocialImageView) =>
    `${digest(JSON.stringify([basis, section, kicker, title, facts, badge?.label, badge?.tone])).toString("hex")}.card`;
  return {
    async get(view) {
      const file = join(folder, nameOf(view));
      const kept = readChecked(file);
      if (kept) return kept;
      const png = await render(view);
      // A folder that cannot be written costs time, and is no reason to stop.
      await writeFileAtomically(file, Buffer.concat([digest(png), png])).catch(() => undefined);
      return png;
    },
    async prune(views, spare = SPARE) {
      const names = await readdir(folder).catch(() => []);
      // Every thread of every build asks, and hardly ever is there more to do.
      if (names.length <= views.length + spare) return;
      const wanted = new Set(views.map(nameOf));
      const others = names.filter((name) => !wanted.has(name));
      if (others.length <= spare) return;
      const written = await Promise.all(others.map((name) => timeOf(join(folder, name))));
      const byAge = others.map((name, index) => ({ name, time: written[index] ?? 0 })).sort((a, b) => b.time - a.time);
      await Promise.all(byAge.slice(spare).map(({ name }) => rm(join(folder, name), { force: true })));
    },
  };
}

let imageCache: ImageCache | undefined;

/** The social images of this site. */
export function getImageCache(): ImageCache {
  imageCache ??= createImageCache(join(getConfig().cacheFolder, "cards"), renderSocialImage, basisOfSite());
  return imageCache;
}

function basisOfSite(): string {
  const packages = ["@takumi-rs/core", ...fontPackages].map((name) => {
    const { version } = JSON.parse(readFileSync(packageFile(name), "utf8"));
    return `${name} ${version}`;
  });
  const code = digestOfSources(resolve("src"), ["lib", "outputs/social-images"]);
  const size = [SOCIAL_IMAGE_WIDTH, SOCIAL_IMAGE_HEIGHT];
  // Another processor may round another way, and another Node knows other characters.
  const { platform, arch, version } = process;
  return JSON.stringify([code, packages, colours, size, site.name, getConfig().siteUrl.host, platform, arch, version]);
}

/** When a file was written; 0 when another build has just removed it. */
async function timeOf(file: string): Promise<number> {
  return (await stat(file).catch(() => undefined))?.mtimeMs ?? 0;
}

/** The file without the digest at its head; undefined when it is missing, cut short or changed. */
function readChecked(file: string): Buffer | undefined {
  const bytes = readIfThere(file);
  const png = bytes.subarray(DIGEST_BYTES);
  return bytes.length > DIGEST_BYTES && digest(png).equals(bytes.subarray(0, DIGEST_BYTES)) ? png : undefined;
}

/** Without a promise: a thread that prints has nothing else to do meanwhile, and small files come faster so. */
function readIfThere(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}

function digest(bytes: string | Uint8Array): Buffer {
  return hash("sha256", bytes, "buffer");
}
