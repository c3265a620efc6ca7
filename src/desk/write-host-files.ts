/** Promise: writes what hosts read into a built site, from its pages and the graph that they were made from. */
import { readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Catalog } from "../catalog/graph.ts";
import { buildHostFiles } from "../outputs/hosts/host-files.ts";
import { redirectLedger } from "../outputs/hosts/redirect-ledger.ts";
import { sitePolicy } from "./site-policy.ts";
import { listFiles } from "./verify/built-site.ts";

/** `folder` holds a site that nobody reads yet; an editing page, if there is to be one, comes later. */
export async function writeHostFiles(folder: string, catalog: Catalog, hasEditor: boolean): Promise<void> {
  const policy = sitePolicy({ files: listFiles(folder), read: (file) => readFileSync(join(folder, file)), hasEditor });
  for (const [file, text] of buildHostFiles(policy, redirectLedger(catalog))) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
}
