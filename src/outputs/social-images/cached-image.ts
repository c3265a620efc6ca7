/** A social image is drawn again only when what it shows or the code that draws it changes, not with all other code. */
import { getConfig } from "../../config/config.ts";
import { getColours, getSite } from "../../config/settings.ts";
import { digestOf, digestOfCode } from "../../lib/digest.ts";
import { projectRoot } from "../../lib/project-root.ts";
import type { SocialImageView } from "../../views/social-image.ts";
import { cachedBytes } from "../output-cache.ts";
import { fontPackages, packageFile } from "./fonts.ts";
import { renderSocialImage } from "./render-image.ts";

let drawing: string | undefined;

export async function getSocialImage(view: SocialImageView): Promise<Uint8Array> {
  drawing ??= digestOfDrawing();
  const { section, kicker, title, language, facts, badge } = view;
  const key = digestOf([drawing, section, kicker, title, language, facts, badge?.label, badge?.tone]);
  return cachedBytes(key, () => renderSocialImage(view));
}

/** Digest of all that decides how an image looks besides its view: code, fonts, getColours(). */
function digestOfDrawing(): string {
  const packages = ["@takumi-rs/core", ...fontPackages].map(packageFile);
  const sources = ["src/lib", "src/outputs/social-images", "src/views/page-image.ts", ...packages];
  return digestOfCode(projectRoot(), sources, [getColours(), getSite().name, getConfig().siteUrl.host]);
}
