import { randomUUID } from "node:crypto";
import { link, mkdir, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { codeOf } from "./user-error.ts";

/**
 * Writes a file that is not there yet, and the folders above it; false when
 * another stands there, which stays as it is. The file appears whole or not at
 * all: a link, unlike a rename, fails where a file stands, and unlike a write
 * shows the whole file at once.
 */
export async function writeNewFile(path: string, text: string): Promise<boolean> {
  const temporary = join(dirname(path), `.${basename(path).slice(0, 100)}.${randomUUID()}.new`);
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(temporary, text, { flag: "wx" });
    await link(temporary, path).catch(async (error: unknown) => {
      if (codeOf(error) === "EEXIST") throw error;
      // Some file systems have no links; `wx` still never overwrites another file.
      await writeFile(path, text, { flag: "wx" });
    });
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}
