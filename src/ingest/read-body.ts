/** Promise: the body of one content file, read when its page is built; bodies are not kept in memory. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseContentFile } from "./front-matter.ts";

/** Markdown or HTML below the front matter. The file was valid when the catalog was read; throws if it is not any more. */
export async function readBody(root: string, file: string): Promise<string> {
  const parsed = parseContentFile(await readFile(join(root, file)), file);
  if (!parsed.ok) throw new Error(`${file} changed while the site was being built: ${parsed.findings[0]?.message}`);
  return parsed.value.body;
}
