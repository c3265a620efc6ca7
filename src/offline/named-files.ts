/** What a page, script or style sheet needs, by what it names. */
import { toSitePath } from "../lib/base-path.ts";

/** Scripts name each other from where they lie, and styles and pages from the root. */
const ASSET = /(?:assets\/|["'`]\.\/)([\w.~-]+[.-][\w-]{8}\.(?:css|js|woff2))\b/g;

/** The files below `/assets/` that a text names, each once. */
export function assetsNamedIn(text: string): string[] {
  return [...new Set([...text.matchAll(ASSET)].map(([, name]) => `/assets/${name}`))];
}

/** Whether a file can name others. */
export function canName(url: string): boolean {
  return /\.(?:css|js|json)$/.test(url);
}

/**
 * Whether a text names a file: scripts and the search by its last part alone, pages by its path. The files of a large
 * search index are named by the digest that all of one index share: `words-3.0123456789.json`.
 */
export function isNamedIn(text: string, url: string): boolean {
  const { pathname } = new URL(url);
  const path = toSitePath(pathname);
  const [, asset] = /^\/(?:assets|search)\/(.+)$/.exec(path) ?? [];
  const [, digest] = /^\/search\/[\w-]+\.([\da-f]{10})\.json$/.exec(path) ?? [];
  return text.includes(digest ?? asset ?? `"${pathname}"`);
}
