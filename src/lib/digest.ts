import { createHash, hash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

/**
 * SHA-256 of a text, of bytes, or of any other value as JSON, cut to `length` characters. The default is 132 bits,
 * enough for keys, where nobody crafts collisions.
 */
export function digestOf(value: unknown, encoding: "base64url" | "base64" | "hex" = "base64url", length = 22): string {
  const data = typeof value === "string" || value instanceof Uint8Array ? value : JSON.stringify(value);
  return hash("sha256", data, encoding).slice(0, length);
}

/**
 * Digest of what decides the output of some code: the files at these paths, folders with all files in them but tests,
 * Node, the processor, and `settings`, any value as JSON. Throws where a path does not exist.
 */
export function digestOfCode(root: string, paths: readonly string[], settings: unknown): string {
  const { version, platform, arch } = process;
  const digest = createHash("sha256").update(JSON.stringify([version, platform, arch, settings]));
  for (const file of paths.flatMap((path) => listCode(root, path))) {
    const bytes = readFileSync(resolve(root, file));
    digest.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  // Hexadecimal, since it names folders.
  return digest.digest("hex").slice(0, 32);
}

function listCode(root: string, path: string): string[] {
  if (statSync(resolve(root, path)).isFile()) return [path];
  return readdirSync(resolve(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.ts(\.snapshot)?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(resolve(root).length + 1))
    .sort();
}
