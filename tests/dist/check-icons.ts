/** Every page names its icons and the web manifest, and the icons of both exist with the stated size and type. */
import {
  type BuiltPage,
  type BuiltSite,
  type Element,
  elementsOf,
  fileOfAddress,
  relOf,
  textOf,
} from "../../src/built-site/built-site.ts";
import { type Check, type Violation, violationOf } from "./check.ts";
import { icoSizes, readImage } from "./image-file.ts";

const RELATIONS = ["icon", "apple-touch-icon", "manifest"];
/** Widths without which browsers do not offer to install a site. */
const INSTALLABLE = ["192x192", "512x512"];
const TOUCH_SIZE = "180x180";

export const iconsCheck: Check = {
  name: "icons",
  async run(site) {
    const documents = site.pages.filter(({ isRedirect }) => !isRedirect);
    const links = documents.flatMap((page) => linksOf(page).map((link) => ({ page, link })));
    // Every page has the same; each file is opened once.
    const byMarkup = Map.groupBy(links, ({ link }) => JSON.stringify(link.attributes));
    const violations = documents.flatMap(missingLinks);
    for (const [first, ...more] of byMarkup.values()) {
      if (!first) continue;
      for (const message of await linkViolations(first.link, site))
        violations.push(...[first, ...more].map(({ page }) => violationOf(page, message)));
    }
    const manifests = new Set(
      links.filter(({ link }) => relOf(link).includes("manifest")).map(({ link }) => pathOf(link)),
    );
    const read = await Promise.all([...manifests].map((path) => readManifest(path, site)));
    return {
      counts: [
        { what: "icon links", count: links.length, least: documents.length * 3 },
        { what: "icons of a manifest", count: read.reduce((sum, { icons }) => sum + icons, 0), least: 2 },
      ],
      violations: [...violations, ...read.flatMap((manifest) => manifest.violations)],
    };
  },
};

function linksOf(page: BuiltPage): Element[] {
  return elementsOf(page, "link").filter((link) => relOf(link).some((rel) => RELATIONS.includes(rel)));
}

function missingLinks(page: BuiltPage): Violation[] {
  const named = new Set(linksOf(page).flatMap(relOf));
  return RELATIONS.filter((rel) => !named.has(rel)).map((rel) => violationOf(page, `no link of the relation ${rel}`));
}

async function linkViolations(link: Element, site: BuiltSite): Promise<string[]> {
  const path = pathOf(link);
  const file = fileOfAddress(site, path, site.url);
  if (file === undefined) return [`${path} is no file of this site`];
  if (relOf(link).includes("manifest")) return [];
  const stated = relOf(link).includes("apple-touch-icon") ? TOUCH_SIZE : link.attributes["sizes"];
  const sizes = await sizesOf(file, site);
  if (sizes.length === 0) return [`${path} is no icon`];
  return stated === undefined || sizes.includes("any") || sizes.includes(stated) ? [] : [`${path} has no ${stated}`];
}

/** Sizes of the pictures of an icon, as `32x32`; `any` for a drawing, none for what is no icon. */
async function sizesOf(file: string, site: BuiltSite): Promise<string[]> {
  const bytes = site.read(file);
  if (file.endsWith(".ico")) return icoSizes(bytes);
  const image = await readImage(bytes);
  if (image?.format === "svg") return ["any"];
  return image?.format === "png" ? [`${image.width}x${image.height}`] : [];
}

async function readManifest(path: string, site: BuiltSite): Promise<{ icons: number; violations: Violation[] }> {
  const file = fileOfAddress(site, path, site.url);
  // The check of links reports a missing one.
  if (file === undefined) return { icons: 0, violations: [] };
  const text = textOf(site, file);
  let manifest: { name?: string; short_name?: string; start_url?: string; icons?: Record<string, string>[] };
  try {
    manifest = JSON.parse(text) ?? {};
  } catch {
    return { icons: 0, violations: [{ where: file, message: "the manifest is no JSON" }] };
  }
  const { name, short_name: shortName, start_url: start = "", icons = [] } = manifest;
  const violations: string[] = [];
  if (!name || !shortName) violations.push("the manifest has no name");
  if (fileOfAddress(site, start, site.url) === undefined)
    violations.push(`the manifest starts at ${start}, which is no page`);
  for (const size of INSTALLABLE)
    if (!icons.some(({ sizes }) => sizes === size)) violations.push(`the manifest has no icon of ${size}`);
  for (const { src = "", sizes, type } of icons) {
    const icon = fileOfAddress(site, src, site.url);
    const found = icon === undefined ? [] : await sizesOf(icon, site);
    if (icon === undefined) violations.push(`the icon ${src} is no file of this site`);
    else if (!found.includes(sizes ?? "")) violations.push(`the icon ${src} is ${found} but declared as ${sizes}`);
    if (type !== "image/png") violations.push(`the icon ${src} is declared as ${type}`);
  }
  return { icons: icons.length, violations: violations.map((message) => ({ where: file, message })) };
}

function pathOf({ attributes }: Element): string {
  return attributes["href"] ?? "";
}
