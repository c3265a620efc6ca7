/** The site's one catalog and the bodies of its files: in a build as the build has read them, in development as they are now. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { getConfig } from "../config/config.ts";
import { formatDiagnostics } from "../ingest/format-diagnostics.ts";
import { splitFrontMatter } from "../ingest/front-matter.ts";
import { openCache } from "../lib/cache.ts";
import { digestOf } from "../lib/digest.ts";
import { UserError } from "../lib/user-error.ts";
import { linkCatalog } from "./build-catalog.ts";
import type { ReadContent } from "./content-cache.ts";
import type { Catalog } from "./graph.ts";
import { loadCatalog } from "./load-content.ts";

interface Source {
  readonly catalog: Catalog;
  /** Digest of each file that the catalog was made from, where it must still be that file. */
  readonly digests: ReadonlyMap<string, string> | undefined;
}

let source: Source | Promise<Source> | undefined;

// While developing, the watcher tells of every edit; the next page reads what changed.
import.meta.hot?.on("curalog:content-changed", () => {
  source = undefined;
});

/** Says which content a build has read and found good. */
export function useContent({ content, digests }: Pick<ReadContent, "content" | "digests">): void {
  source = { catalog: linkCatalog(content, getConfig()), digests };
}

export async function getCatalog(): Promise<Catalog> {
  return (await getSource()).catalog;
}

/** The text of a content file below its front matter; bodies are not held in memory. */
export async function readBody(file: string): Promise<string> {
  const digest = (await getSource()).digests?.get(file);
  // Synchronous: a rendering thread has nothing else to do meanwhile, and thousands of small files are read faster so.
  const bytes = readFileSync(join(getConfig().contentRoot, file));
  if (digest !== undefined && digestOf(bytes) !== digest)
    throw new UserError(`${file} changed while the site was being built. Build again.`);
  return splitFrontMatter(new TextDecoder().decode(bytes)).body;
}

/** The digest of each content file of a build. */
export async function getDigests(): Promise<ReadonlyMap<string, string>> {
  return (await getSource()).digests ?? new Map();
}

function getSource(): Source | Promise<Source> {
  source ??= readSource();
  return source;
}

async function readSource(): Promise<Source> {
  const config = getConfig();
  const cache = openCache(config.cacheFolder);
  const { result, diagnostics, filesChecked } = await loadCatalog(config, { cache }).finally(() => cache.close());
  if (result.ok) return { catalog: result.catalog, digests: undefined };
  throw new UserError(formatDiagnostics(diagnostics, filesChecked));
}
