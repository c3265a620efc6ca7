/** A web app manifest, by which a phone or a browser installs the site with its name, colours and icons; a public format. */
import { getConfig } from "../config/config.ts";
import { getColours, getSite } from "../config/settings.ts";
import { addBase } from "../lib/base-path.ts";
import { directionOfLanguage } from "../lib/direction.ts";
import { homeUrl } from "../views/urls.ts";
import { type Icon, icons } from "./icons.ts";

/** https://www.w3.org/TR/appmanifest/ */
export function buildWebManifest(): string {
  const base = getConfig().siteUrl.pathname;
  const toEntry = ({ url, size }: Icon, purpose: "any" | "maskable") => ({
    src: addBase(base, url),
    sizes: `${size}x${size}`,
    type: "image/png",
    purpose,
  });
  const manifest = {
    id: addBase(base, homeUrl),
    name: `${getSite().name}: ${getSite().tagline}`,
    short_name: getSite().name,
    description: getSite().description,
    lang: getSite().language,
    dir: directionOfLanguage(getSite().language) ?? "ltr",
    start_url: addBase(base, homeUrl),
    scope: addBase(base, homeUrl),
    // The site opens links to other sites; a window without an address would hide where they lead.
    display: "minimal-ui",
    background_color: getColours().paper,
    theme_color: getColours().paper,
    icons: [toEntry(icons.small, "any"), toEntry(icons.large, "any"), toEntry(icons.maskable, "maskable")],
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}
