/**
 * A site that is served below the root of its domain has a base: `/catalog/`, else `/`. Everything in the project is
 * said in paths of the site, which begin at the base; the base is added where a path leaves it.
 */

/** `/topic/a/` as a link: `/catalog/topic/a/`. */
export function addBase(base: string, path: string): string {
  return base.slice(0, -1) + path;
}

/** The path of the site at a path of its domain; undefined for one outside the base. */
export function removeBase(base: string, pathname: string): string | undefined {
  return pathname.startsWith(base) ? pathname.slice(base.length - 1) : undefined;
}

/** True for an address such as `/topic/a/`, which a page means to be on its own site; `//host/` is on another. */
export function isSitePath(address: string): boolean {
  return address.startsWith("/") && !address.startsWith("//");
}

/**
 * The base, for scripts of pages and what they share with the build. Code that is not bundled, such as tests, has no
 * such setting and takes the root: https://vite.dev/guide/env-and-mode#built-in-constants
 */
export const basePath: string = import.meta.env?.BASE_URL ?? "/";

/** The path of the site as an address that a browser can fetch or go to. */
export function toAddress(path: string): string {
  return addBase(basePath, path);
}

/** The path of the site at a path of its domain; empty outside the base, which is no path of the site. */
export function toSitePath(pathname: string): string {
  return removeBase(basePath, pathname) ?? "";
}
