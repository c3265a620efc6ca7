/** A content folder becomes a catalog, or its diagnostics. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Diagnostic, LocatedDiagnostic } from "../ingest/diagnostic.ts";
import { locateDiagnostics } from "../ingest/locate-diagnostics.ts";
import { listFiles } from "../ingest/read-content.ts";
import type { IndexingPolicy } from "../vocab/indexing.ts";
import { buildCatalog, type CatalogResult } from "./build-catalog.ts";
import { type ReadOptions, readContent } from "./content-cache.ts";
import { diagnose } from "./rules/index.ts";
import { toRuleContext } from "./rules/rule.ts";

/** The part of the site's settings that content depends on. */
export interface ContentSettings {
  readonly contentRoot: string;
  readonly imageRoot: string;
  readonly buildDate: string;
  /** `always` without it. */
  readonly indexing?: IndexingPolicy | undefined;
}

interface LoadedCatalog {
  readonly result: CatalogResult;
  readonly diagnostics: readonly LocatedDiagnostic[];
  readonly filesChecked: number;
}

/** Reads, validates and resolves a whole content folder. */
export async function loadCatalog(settings: ContentSettings, options?: ReadOptions): Promise<LoadedCatalog> {
  const { files, content } = await readContent({ ...options, ...settings });
  const result = buildCatalog(content, settings);
  const diagnostics = await locateDiagnostics(result.diagnostics, readTextIn(settings.contentRoot));
  return { result, diagnostics, filesChecked: files.length };
}

/** The diagnostics of `loadCatalog` without the graph, which takes as long again. */
export async function loadDiagnostics(
  settings: ContentSettings,
  options?: ReadOptions,
): Promise<{ diagnostics: Diagnostic[]; files: readonly string[] }> {
  const { files, content } = await readContent({ ...options, ...settings });
  return { diagnostics: diagnose(toRuleContext(content, settings)), files };
}

/** Files below the image folder, by their path below it. */
export async function listImages(imageRoot: string): Promise<ReadonlySet<string>> {
  return new Set(await listFiles(imageRoot, "", ""));
}

/** Reads a content file as text, or undefined when it is gone. */
export function readTextIn(contentRoot: string): (file: string) => Promise<string | undefined> {
  return (file) => readFile(join(contentRoot, file), "utf8").catch(() => undefined);
}
