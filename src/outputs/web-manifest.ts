/** A web app manifest, by which a phone or a browser installs the site with its name, colours and icons; a public format. */
import { getSite } from "../config/settings.ts";
import { colours } from "../views/colours.ts";
import { homeUrl } from "../views/urls.ts";
import { type Icon, icons } from "./icons.ts";

/** https://www.w3.org/TR/appmanifest/ */
export function buildWebManifest(): string {
  const toEntry = ({ url, size }: Icon, purpose: "any" | "maskable") => ({
    src: url,
    sizes: `${size}x${size}`,
    type: "image/png",
    purpose,
  });
  const manifest = {
    id: homeUrl,
    name: `${getSite().name}: ${getSite().tagline}`,
    short_name: getSite().name,
    description: getSite().description,
    lang: getSite().language,
    dir: "ltr",
    start_url: homeUrl,
    scope: homeUrl,
    // The site opens links to other sites; a window without an address would hide where they lead.
    display: "minimal-ui",
    background_color: colours.paper,
    theme_color: colours.paper,
    icons: [toEntry(icons.small, "any"), toEntry(icons.large, "any"), toEntry(icons.maskable, "maskable")],
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}
