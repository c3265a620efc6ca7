/** A social image as a PNG, the same bytes for the same view on every machine with the same packages. */
import { readFile } from "node:fs/promises";
import { type Node, Renderer } from "@takumi-rs/core";
import { getConfig } from "../../config/config.ts";
import { getSite } from "../../config/settings.ts";
import { memoize } from "../../lib/memoize.ts";
import { SOCIAL_IMAGE_HEIGHT, SOCIAL_IMAGE_WIDTH } from "../../views/page-image.ts";
import type { SocialImageView } from "../../views/social-image.ts";
import { drawSocialImage, drawTitle } from "./draw-image.ts";
import { type FontFile, type FontStack, fontFilesFor, toDrawable } from "./fonts.ts";
import { type Measure, setTitle } from "./set-title.ts";

export async function renderSocialImage(view: SocialImageView): Promise<Buffer> {
  const drawable = toDrawableView(view);
  await useFonts([drawable.title, getSite().name, "…"], "serif");
  const words = [
    drawable.section ?? "",
    drawable.kicker,
    ...drawable.facts,
    drawable.badge?.label ?? "",
    getConfig().siteUrl.host,
    "·…",
  ];
  // The kicker and the badge are drawn in capitals.
  await useFonts([...words, ...words.map((one) => one.toUpperCase())], "sans");
  return draw(drawSocialImage(drawable, await setTitle(drawable.title, measure, drawable.language)));
}

/** A title that the fonts lack gives way to the first fact that they have, and to the site's name at last. */
export function toDrawableView(view: SocialImageView): SocialImageView {
  const facts = view.facts.flatMap((fact) => toDrawable(fact, "sans") ?? []);
  const title = toDrawable(view.title, "serif");
  return {
    ...view,
    kicker: toDrawable(view.kicker, "sans") ?? "",
    title: title ?? facts[0] ?? getSite().name,
    facts: title === undefined ? facts.slice(1) : facts,
  };
}

const renderer = new Renderer();

const measure: Measure = {
  height: async (title) => (await renderer.measure(drawTitle(title), { width: SOCIAL_IMAGE_WIDTH })).height,
  width: async (title) => (await renderer.measure(drawTitle(title, "max-content"))).width,
};

async function draw(drawing: Node): Promise<Buffer> {
  return renderer.render(drawing, { width: SOCIAL_IMAGE_WIDTH, height: SOCIAL_IMAGE_HEIGHT, format: "png" });
}

async function useFonts(texts: readonly string[], stack: FontStack): Promise<void> {
  await Promise.all(fontFilesFor(texts.join(""), stack).map(register));
}

/** Once a file: registering one again adds it again. */
const register = memoize(async ({ family, path, ranges }: FontFile): Promise<unknown> => {
  const unicodeRange = ranges.map(([first, last]): [number, number] => [first, last]);
  return renderer.registerFont({ name: family, data: await readFile(path), unicodeRange });
});
