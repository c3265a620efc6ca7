/** One digest of everything but the content that decides what a content file becomes. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { digestOfSources } from "../lib/digest.ts";

/** The rooms that a file goes through on its way to an entry. */
export const ROOMS = ["ingest", "schemas", "vocab", "lib", "catalog"] as const;

/** The packages that those rooms call. */
export const PACKAGES = ["fastest-levenshtein", "gray-matter", "htmlparser2", "js-yaml", "zod"] as const;

/** Digest of the sources, of the versions of the packages and of Node, whose tables of letters count words. */
export function digestOfCode(): string {
  const versions = PACKAGES.map((name) => readVersion(resolve("node_modules", name, "package.json")));
  return createHash("sha256")
    .update(digestOfSources(resolve("src"), ROOMS))
    .update(JSON.stringify([process.version, versions]))
    .digest("base64url");
}

function readVersion(path: string): string {
  return JSON.parse(readFileSync(path, "utf8")).version;
}
