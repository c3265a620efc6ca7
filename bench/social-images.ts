/** How long drawing social images takes: those of random pages, one after another in this process. */
import { loadCatalog } from "../src/catalog/load-content.ts";
import { getConfig } from "../src/config/config.ts";
import { listPages } from "../src/outputs/page-types.ts";
import { renderSocialImage } from "../src/outputs/social-images/render-image.ts";
import type { BuildRow } from "./build-goals.ts";
import { DRAWN } from "./build-parts.ts";
import { randomFrom, shuffle } from "./random.ts";

/** Drawn before the clock runs, so that fonts are loaded and code is compiled. */
const WARM_UP = 50;

export async function measureSocialImages(contentRoot: string): Promise<Omit<BuildRow, "size">> {
  const { imageRoot, documentRoot, buildDate } = getConfig();
  const { result } = await loadCatalog({ contentRoot, imageRoot, documentRoot, buildDate });
  if (!result.ok) throw new Error(`There are errors in ${contentRoot}`);
  // An image shows neither the text of a file nor the data.
  const refuse = () => Promise.reject(new Error("A social image reads no file"));
  const sources = { catalog: result.catalog, readBody: refuse, fileDigest: () => undefined, getData: refuse };
  const all = listPages(sources).flatMap(({ findSocialImage }) => findSocialImage() ?? []);
  const images = shuffle(randomFrom(1), all).slice(0, WARM_UP + DRAWN);
  if (images.length < WARM_UP + DRAWN)
    throw new Error(`There are only ${images.length} social images in ${contentRoot}`);
  for (const image of images.slice(0, WARM_UP)) await renderSocialImage(image);
  const begun = performance.now();
  for (const image of images.slice(WARM_UP)) await renderSocialImage(image);
  const wall = (performance.now() - begun) / 1000;
  return { peer: "curalog", part: "social images", runs: 1, wall, cpu: 0, memory: 0 };
}
