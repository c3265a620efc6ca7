import { resolve } from "node:path";
import { digestOfCode } from "../lib/digest.ts";

/** The layers that a file goes through on its way to an entry. */
export const LAYERS = ["ingest", "schemas", "vocab", "lib", "catalog"] as const;

/** The packages that those layers call. */
export const PACKAGES = ["fastest-levenshtein", "gray-matter", "htmlparser2", "js-yaml", "zod"] as const;

/** Digest of everything but the content that decides what a content file becomes. */
export function digestOfContentCode(): string {
  return digestOfCode(
    resolve(),
    [...LAYERS.map((name) => `src/${name}`), ...PACKAGES.map((name) => `node_modules/${name}/package.json`)],
    undefined,
  );
}
