/** A content folder becomes a catalog, or its diagnostics. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Diagnostic, LocatedDiagnostic } from "../ingest/diagnostic.ts";
import { locateDiagnostics } from "../ingest/locate-diagnostics.ts";
import { listFiles } from "../ingest/read-content.ts";
import { getVocabulary } from "../vocab/vocabulary.ts";
import { buildCatalog, type CatalogResult, linkCatalog } from "./build-catalog.ts";
import { type ReadOptions, readContent } from "./content-cache.ts";
import { findFileKind, isEntityKind } from "./file-kind.ts";
import type { Catalog } from "./graph.ts";
import { diagnose } from "./rules/index.ts";
import { type Content, type RuleSettings, toRuleContext } from "./rules/rule.ts";

/** The part of the site's settings that content depends on. */
export interface ContentSettings extends RuleSettings {
  readonly contentRoot: string;
  readonly imageRoot: string;
  readonly documentRoot: string;
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

/**
 * The graph of everything without an error: an entry that has one is left out,
 * and what refers to it. For commands that one unfinished file must not stop.
 */
export async function loadSoundCatalog(
  settings: ContentSettings,
  options?: ReadOptions,
): Promise<{
  catalog: Catalog;
  diagnostics: readonly Diagnostic[];
  leftOut: readonly string[];
}> {
  // Throws if the vocabulary is broken, since every entry would be left out.
  getVocabulary();
  const { files, content } = await readContent({ ...options, ...settings });
  const diagnostics = diagnose(toRuleContext(content, settings));
  const faulty = filesWithErrors(diagnostics);
  let sound: Content = { ...content, diagnostics: [] };
  for (let found = faulty; found.size > 0; found = filesWithErrors(diagnose(toRuleContext(sound, settings)))) {
    const without = found;
    sound = { ...sound, entries: sound.entries.filter(({ file }) => !without.has(file)) };
  }
  const left = new Set(sound.entries.map(({ file }) => file));
  return {
    catalog: linkCatalog(sound, settings),
    diagnostics,
    leftOut: files.filter((file) => file.endsWith(".md") && isEntityKind(findFileKind(file)) && !left.has(file)),
  };
}

function filesWithErrors(diagnostics: readonly Diagnostic[]): ReadonlySet<string> {
  return new Set(diagnostics.flatMap(({ severity, file }) => (severity === "error" ? file : [])));
}

/** For a person; nothing where no file is left out. */
export function formatLeftOut(files: readonly string[]): string[] {
  if (files.length === 0) return [];
  const names = files.length > SHOWN ? [...files.slice(0, SHOWN), "…"] : files;
  return [`Left out, with errors of its own or of what it refers to (npm run check): ${names.join(", ")}`];
}

const SHOWN = 5;

/** The diagnostics of `loadCatalog` without the graph, which takes as long again. */
export async function loadDiagnostics(
  settings: ContentSettings,
  options?: ReadOptions,
): Promise<{ diagnostics: Diagnostic[]; files: readonly string[]; content: Content }> {
  const { files, content } = await readContent({ ...options, ...settings });
  return { diagnostics: diagnose(toRuleContext(content, settings)), files, content };
}

/** Files below the image folder, by their path below it. */
export async function listImages(imageRoot: string): Promise<ReadonlySet<string>> {
  return new Set(await listFiles(imageRoot, "", ""));
}

/** Reads a content file as text, or undefined when it is gone. */
export function readTextIn(contentRoot: string): (file: string) => Promise<string | undefined> {
  return (file) => readFile(join(contentRoot, file), "utf8").catch(() => undefined);
}
