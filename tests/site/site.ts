/** The built site as the tests see it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type BuiltPage, readSite } from "../../src/built-site/built-site.ts";
import { getConfig } from "../../src/config.ts";

export { type BuiltPage, type Element, elementsOf, listFiles, metaOf, relOf } from "../../src/built-site/built-site.ts";
export { listViolations, type Violation } from "../dist/check.ts";
export { type PageType, pageTypes, typeOf } from "../dist/page-type.ts";
export const { siteFolder } = getConfig();

/** Fewer pages than this and the build, not the page, is at fault; the real content makes about 1,230. */
export const PLAUSIBLE_PAGES = 1000;

export function readSiteFile(file: string): string {
  return readFileSync(join(siteFolder, file), "utf8");
}

/** Every page of the built site, taken apart. */
export function readPages(): readonly BuiltPage[] {
  return readSite(siteFolder, getConfig().siteUrl).pages;
}
