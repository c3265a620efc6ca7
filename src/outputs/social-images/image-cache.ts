/** Social images are drawn once and cached under everything that decides how they look. */
import { rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { getConfig, site } from "../../config.ts";
import { digestOf, digestOfCode } from "../../lib/digest.ts";
import { colours } from "../../views/colours.ts";
import type { SocialImageView } from "../../views/social-image.ts";
import { listCached, readCached, writeCached } from "../output-cache.ts";
import { fontPackages, packageFile } from "./fonts.ts";
import { renderSocialImage } from "./render-image.ts";

export type RenderSocialImage = (view: SocialImageView) => Promise<Buffer>;

/** Images of another branch or other content that stay, so that going back to it costs nothing; 14 kB each. */
const SPARE = 3000;

export interface ImageCache {
  /** The PNG, cached or drawn. */
  readonly get: RenderSocialImage;
  /** Deletes all other images but the newest `spare`. */
  readonly prune: (views: readonly SocialImageView[], spare?: number) => Promise<void>;
}

/** `code` stands for what decides how an image looks besides its view: code, fonts, colours. */
export function createImageCache(folder: string, render: RenderSocialImage, code: string): ImageCache {
  const nameOf = ({ section, kicker, title, facts, badge }: SocialImageView) =>
    digestOf([code, section, kicker, title, facts, badge?.label, badge?.tone], "hex", 32);
  return {
    async get(view) {
      const file = join(folder, nameOf(view));
      const cached = readCached(file);
      if (cached) return cached;
      const png = await render(view);
      writeCached(file, png);
      return png;
    },
    async prune(views, spare = SPARE) {
      const names = listCached(folder);
      // Every thread of every build comes here, and hardly ever is there more to do.
      if (names.length <= views.length + spare) return;
      const current = new Set(views.map(nameOf));
      const others = names.filter((name) => !current.has(name));
      const times = await Promise.all(others.map((name) => timeOf(join(folder, name))));
      const byAge = others.map((name, index) => ({ name, time: times[index] ?? 0 })).sort((a, b) => b.time - a.time);
      await Promise.all(byAge.slice(spare).map(({ name }) => rm(join(folder, name), { force: true })));
    },
  };
}

let imageCache: ImageCache | undefined;

/** The social images of this site. */
export function getImageCache(): ImageCache {
  imageCache ??= createImageCache(join(getConfig().cacheFolder, "cards"), renderSocialImage, digestOfDrawing());
  return imageCache;
}

function digestOfDrawing(): string {
  const packages = ["@takumi-rs/core", ...fontPackages].map(packageFile);
  const sources = ["src/lib", "src/outputs/social-images", "src/views/page-image.ts", ...packages];
  return digestOfCode(resolve(), sources, [colours, site.name, getConfig().siteUrl.host]);
}

/** When a file was written; 0 when another build has just removed it. */
async function timeOf(file: string): Promise<number> {
  return (await stat(file).catch(() => undefined))?.mtimeMs ?? 0;
}
