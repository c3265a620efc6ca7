import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The first ten hexadecimal digits of the SHA-256 of a text: enough to name files by their content. */
export function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 10);
}

/** Digest of all source files below these folders, for a cache of what they compute. */
export function digestOfSources(root: string, folders: readonly string[]): string {
  const hash = createHash("sha256");
  for (const folder of folders) {
    const files = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
    for (const file of files.filter((name) => name.endsWith(".ts")).sort())
      hash.update(`${folder}/${file}\0`).update(readFileSync(join(root, folder, file)));
  }
  return hash.digest("base64url");
}
