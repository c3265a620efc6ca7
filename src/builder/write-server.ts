/** Makes a compiled site loadable. */
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { writeFileAtomically } from "../lib/write-file-atomically.ts";
import type { CompiledSite } from "./compile-site.ts";

const PREFIX = "server-";
/** Milliseconds; another build may be running from a folder that is younger. */
const DAY = 86_400_000;

/**
 * Returns the address of the module that exports a `SiteEntry`. Node imports
 * files alone, so the modules are written to a folder of `parent`, which lies in the
 * project: from there they find packages.
 */
export async function writeServer({ server, entry }: CompiledSite, parent: string, code: string): Promise<string> {
  const folder = join(parent, PREFIX + code);
  for (const [file, bytes] of server) {
    const path = join(folder, file);
    if (!existsSync(path) || !readFileSync(path).equals(bytes)) await writeFileAtomically(path, bytes);
  }
  removeOld(parent, folder);
  return pathToFileURL(join(folder, entry)).href;
}

function removeOld(parent: string, current: string): void {
  const now = statSync(current).mtimeMs;
  for (const name of readdirSync(parent).filter((one) => one.startsWith(PREFIX))) {
    const folder = join(parent, name);
    if (folder !== current && now - statSync(folder).mtimeMs > DAY) rmSync(folder, { recursive: true, force: true });
  }
}
