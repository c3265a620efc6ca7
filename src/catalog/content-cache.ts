/** A content folder becomes `Content`; only files whose bytes changed are parsed, what the others became is cached. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Diagnostic } from "../ingest/diagnostic.ts";
import { listTree } from "../ingest/read-content.ts";
import { digestOf, digestOfCode } from "../lib/digest.ts";
import { UserError } from "../lib/user-error.ts";
import { writeFileAtomically } from "../lib/write-file-atomically.ts";
import { entityKindKeys, entityKinds } from "../vocab/entity-kind.ts";
import { findFileKind } from "./file-kind.ts";
import type { FileResult } from "./read-file.ts";
import type { Content } from "./rules/rule.ts";

/** The layers that a file goes through on its way to an entry. */
export const LAYERS = ["ingest", "schemas", "vocab", "lib", "catalog"] as const;

/** The packages that those layers call. */
export const PACKAGES = ["fastest-levenshtein", "gray-matter", "htmlparser2", "js-yaml", "zod"] as const;

/** How content is read; all of it may be left out. */
export interface ReadOptions {
  /** Folder of the cache, absolute; it may be deleted whenever no build runs. Without it nothing is cached. */
  readonly store?: string | undefined;
  /** Is told how many files there are, and each that was read. */
  readonly startProgress?: ((total: number) => { readonly step: () => void; readonly stop: () => void }) | undefined;
}

interface Folders {
  /** Absolute. */
  readonly contentRoot: string;
  /** Absolute. */
  readonly imageRoot: string;
}

interface Loaded {
  readonly content: Content;
  /** Digest of the bytes, by path, of the files that are read. */
  readonly digests: ReadonlyMap<string, string>;
}

interface Refreshed {
  /** Paths of all files below the content root, sorted, including those that are no entries. */
  readonly files: readonly string[];
  /** Digest of the whole content and of the code that read it: the same when nothing changed. */
  readonly fingerprint: string;
  /** Parses the results; not needed when the fingerprint says that nothing changed. */
  readonly load: () => Loaded;
}

/** What was read, in the form in which it is cached. */
interface Snapshot {
  /** JSON of a `Header`. */
  readonly header: string;
  /** JSON of one `FileResult` for each file of the header. */
  readonly results: string;
}

interface Header {
  readonly files: readonly (readonly [file: string, digest: string])[];
  /** Files below the image folder. */
  readonly images: readonly string[];
  /** Warnings of files that are not read. */
  readonly stray: readonly Diagnostic[];
}

/** The cache of one content folder, so that two folders do not overwrite each other's. */
export function storeOf(cacheFolder: string, contentRoot: string): string {
  return join(cacheFolder, `content-${digestOf(contentRoot)}`);
}

/** Reads every file, and parses those whose bytes are not those of the last time. */
export async function refreshContent(request: Folders & ReadOptions): Promise<Refreshed> {
  const { contentRoot, imageRoot, store, startProgress } = request;
  const code = digestOfContentCode();
  const cached = store === undefined ? undefined : findCached(store, code);
  const known = new Map(cached && (JSON.parse(cached.header) as Header).files);
  const { files, links } = listTree(contentRoot);
  const contentFiles = files.filter((file) => findFileKind(file) !== undefined);
  const progress = startProgress?.(contentFiles.length);
  const changed = new Map<string, FileResult>();
  const digests: [file: string, digest: string][] = [];
  for (const [index, file] of contentFiles.entries()) {
    const bytes = readFileSync(join(contentRoot, file));
    const digest = digestOf(bytes);
    digests.push([file, digest]);
    // Imported when something must be parsed: the schemas take 100 ms to load, as long as a whole check without them.
    if (known.get(file) !== digest) {
      const { readFile } = await import("./read-file.ts");
      changed.set(file, readFile(findFileKind(file) ?? "facts", { file, bytes }));
    }
    progress?.step();
    // The progress bar is drawn by a timer.
    if (index % 100 === 0) await setImmediate();
  }
  progress?.stop();
  const stray = findStray(files, links);
  const header = JSON.stringify({ files: digests, images: listTree(imageRoot).files, stray } satisfies Header);
  const snapshot =
    cached?.header === header ? cached : { header, results: JSON.stringify(mergeResults(digests, changed, cached)) };
  const fingerprint = fingerprintOf(snapshot, code);
  // A cache that cannot be written only costs time, except in a build: `loadCachedContent` then fails.
  if (store !== undefined && snapshot !== cached)
    await writeFileAtomically(cachePath(store), formatSnapshot(snapshot, fingerprint)).catch(() => undefined);
  return { files, fingerprint, load: () => toLoaded(snapshot) };
}

/** Digest of everything but the content that decides what a content file becomes. */
function digestOfContentCode(): string {
  const packages = PACKAGES.map((name) => `node_modules/${name}/package.json`);
  return digestOfCode(resolve(), [...LAYERS.map((name) => `src/${name}`), ...packages], undefined);
}

function mergeResults(
  files: Header["files"],
  changed: ReadonlyMap<string, FileResult>,
  cached: Snapshot | undefined,
): (FileResult | undefined)[] {
  const known = new Map(cached && resultsOf(cached).map(({ file, result }) => [file, result]));
  return files.map(([file]) => changed.get(file) ?? known.get(file));
}

/** The content of a refresh that came to this fingerprint, from the cache alone: what another process has just written. */
export function loadCachedContent(store: string, fingerprint: string): Loaded {
  const code = digestOfContentCode();
  const cached = findCached(store, code);
  if (cached && fingerprintOf(cached, code) === fingerprint) return toLoaded(cached);
  throw new UserError(
    `${store} does not hold the content that was read: it changed meanwhile, or the folder cannot be written. Build again.`,
  );
}

function cachePath(store: string): string {
  return join(store, "content.json");
}

/** Undefined where nothing was cached, or where it is damaged or was made by other code. */
function findCached(store: string, code: string): Snapshot | undefined {
  try {
    const [fingerprint, header = "", results = ""] = readFileSync(cachePath(store), "utf8").split("\n");
    return fingerprintOf({ header, results }, code) === fingerprint ? { header, results } : undefined;
  } catch {
    return undefined;
  }
}

/** JSON has no line feed in it. */
function formatSnapshot({ header, results }: Snapshot, fingerprint: string): string {
  return [fingerprint, header, results].join("\n");
}

function fingerprintOf({ header, results }: Snapshot, code: string): string {
  return digestOf([code, header, results].join("\n"));
}

function resultsOf({ header, results }: Snapshot): { file: string; digest: string; result: FileResult }[] {
  const { files }: Header = JSON.parse(header);
  const parsed: readonly FileResult[] = JSON.parse(results);
  return files.map(([file, digest], index) => ({ file, digest, result: parsed[index] as FileResult }));
}

/** In the order of the paths, which decides which of two duplicates came first. */
function toLoaded(snapshot: Snapshot): Loaded {
  const { images, stray, files }: Header = JSON.parse(snapshot.header);
  const results = resultsOf(snapshot).map(({ result }) => result);
  return { content: toContent(results, new Set(images), stray), digests: new Map(files) };
}

/** `stray` are diagnostics of files that are not read. */
export function toContent(
  results: readonly FileResult[],
  images: ReadonlySet<string>,
  stray: readonly Diagnostic[] = [],
): Content {
  return {
    entries: results.flatMap(({ entry }) => entry ?? []),
    facts: results.find(({ facts }) => facts)?.facts,
    links: results.find(({ links }) => links)?.links,
    images,
    diagnostics: [...results.flatMap(({ diagnostics }) => diagnostics), ...stray],
  };
}

function findStray(files: readonly string[], links: readonly string[]): Diagnostic[] {
  return [
    ...files
      .filter((file) => findFileKind(file) === undefined)
      .map((file) => strayFile(file, "content is Markdown in one of the folders of content/")),
    ...links.map((link) => strayFile(link, "it is a symbolic link")),
  ];
}

function strayFile(file: string, reason: string): Diagnostic {
  return {
    severity: "warning",
    rule: "stray-file",
    file,
    path: [],
    message: `The file is not read: ${reason}`,
    fix: `Move it to ${entityKindKeys.map((kind) => `${entityKinds[kind].folder}/`).join(", ")} as .md, or delete it`,
    at: { line: 1, column: 1 },
  };
}
