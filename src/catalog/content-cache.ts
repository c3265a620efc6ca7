/** A content folder becomes `Content`; only files whose bytes changed are parsed, what the others became is cached. */
import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { setImmediate } from "node:timers/promises";
import { hasFacts, SETTINGS_FILE } from "../config/settings.ts";
import type { Diagnostic, LocatedDiagnostic } from "../ingest/diagnostic.ts";
import { listTree } from "../ingest/read-content.ts";
import { readDocuments } from "../ingest/read-documents.ts";
import type { Cache } from "../lib/cache.ts";
import { digestOf, digestOfCode } from "../lib/digest.ts";
import { nearest } from "../lib/nearest.ts";
import { projectRoot } from "../lib/project-root.ts";
import { cutSlug, slugify } from "../lib/slugify.ts";
import { entityKindKeys, entityKinds } from "../vocab/entity-kind.ts";
import { findVocabulary, vocabularyPaths } from "../vocab/vocabulary.ts";
import { factsOf, findFileKind } from "./file-kind.ts";
import type { FileResult } from "./read-file.ts";
import type { Content } from "./rules/rule.ts";

/** The layers that a file goes through on its way to an entry. */
export const LAYERS = ["ingest", "schemas", "vocab", "lib", "catalog"] as const;

/** The packages that those layers call. */
export const PACKAGES = [
  "fastest-levenshtein",
  "gray-matter",
  "htmlparser2",
  "js-yaml",
  "sanitize-html",
  "satteri",
  "zod",
] as const;

/** How content is read; all of it may be left out. */
export interface ReadOptions {
  /** Without it every file is parsed. */
  readonly cache?: Cache | undefined;
  /** Is told how many files there are, and each that was read. */
  readonly startProgress?: ((total: number) => { readonly step: () => void; readonly stop: () => void }) | undefined;
}

interface Folders {
  /** Absolute. */
  readonly contentRoot: string;
  /** Absolute. */
  readonly imageRoot: string;
  /** Absolute. */
  readonly documentRoot: string;
}

export interface ReadContent {
  /** Paths of all files below the content root, sorted, including those that are no entries. */
  readonly files: readonly string[];
  readonly content: Content;
  /** Digest of the bytes, by path, of the files that are read. */
  readonly digests: ReadonlyMap<string, string>;
  /** Digest of the whole content and of the code that read it: the same when nothing changed. */
  readonly fingerprint: string;
}

/** Reads every file, and parses those that are not cached. */
export async function readContent({
  contentRoot,
  imageRoot,
  documentRoot,
  cache,
  startProgress,
}: Folders & ReadOptions): Promise<ReadContent> {
  const { files, links } = listTree(contentRoot);
  const vocabulary = findVocabulary();
  if (!vocabulary.ok) return withoutVocabulary(files, vocabulary);
  const code = digestOf([digestOfContentCode(), vocabulary.text]);
  const turnedOff = files.filter(isTurnedOff);
  const contentFiles = files.filter((file) => findFileKind(file) !== undefined && !turnedOff.includes(file));
  const progress = startProgress?.(contentFiles.length);
  const results: FileResult[] = [];
  const digests = new Map<string, string>();
  for (const [index, file] of contentFiles.entries()) {
    const bytes = readFileSync(join(contentRoot, file));
    const digest = digestOf(bytes);
    digests.set(file, digest);
    // In the order of the paths, which decides which of two duplicates came first.
    results.push(await readFile(file, bytes, digestOf(`${code} ${digest} ${file}`), cache));
    progress?.step();
    // The progress bar is drawn by a timer.
    if (index % 100 === 0) await setImmediate();
  }
  progress?.stop();
  const images = listTree(imageRoot).files;
  const documents = readDocuments(documentRoot);
  const content = toContent(results, { images: new Set(images), documents }, [
    ...findStray(files, links),
    ...turnedOff.map(turnedOffFile),
  ]);
  const all = [code, files, links, [...digests.values()], images, [...documents]];
  return { files, content, digests, fingerprint: digestOf(all) };
}

/** Without the closed lists nothing else can be said of any file. */
function withoutVocabulary(
  files: readonly string[],
  { text, diagnostics }: { readonly text: string; readonly diagnostics: readonly LocatedDiagnostic[] },
): ReadContent {
  const wrong = diagnostics.map(
    ({ line, column, field, ...one }): Diagnostic => ({
      ...one,
      path: field === "" ? [] : [field],
      at: { line, column },
    }),
  );
  const content = toContent([], { images: new Set(), documents: new Map() }, wrong);
  return { files, content, digests: new Map(), fingerprint: digestOf([files, text]) };
}

/** What a file becomes, always by way of JSON, so that it is the same whether or not it was cached. */
async function readFile(file: string, bytes: Uint8Array, key: string, cache: Cache | undefined): Promise<FileResult> {
  const cached = cache?.get(key);
  if (cached) return JSON.parse(decoder.decode(cached));
  // Imported when something must be parsed: the schemas take 100 ms to load, as long as a whole check without them.
  const { readFile: parse } = await import("./read-file.ts");
  const json = JSON.stringify(parse(findFileKind(file) ?? "facts", { file, bytes }));
  cache?.set(key, Buffer.from(json));
  return JSON.parse(json);
}

const decoder = new TextDecoder();

/** Digest of everything that decides what a content file becomes, except the file itself and the vocabulary. */
function digestOfContentCode(): string {
  const packages = PACKAGES.map((name) => `node_modules/${name}/package.json`);
  return digestOfCode(projectRoot(), [...LAYERS.map((name) => `src/${name}`), ...packages], undefined);
}

/** `stray` are diagnostics of files that are not read. */
export function toContent(
  results: readonly FileResult[],
  { images, documents }: Pick<Content, "images" | "documents">,
  stray: readonly Diagnostic[] = [],
): Content {
  return {
    entries: results.flatMap(({ entry }) => entry ?? []),
    about: results.find(({ about }) => about)?.about,
    facts: results.find(({ facts }) => facts)?.facts,
    authorNames: results.find(({ authorNames }) => authorNames)?.authorNames,
    links: results.find(({ links }) => links)?.links,
    implications: results.find(({ implications }) => implications)?.implications,
    reported: results.find(({ reported }) => reported)?.reported,
    interfaces: results.flatMap(({ interface: one }) => one ?? []),
    images,
    documents,
    diagnostics: [...results.flatMap(({ diagnostics }) => diagnostics), ...stray],
  };
}

function isTurnedOff(file: string): boolean {
  const facts = factsOf(file);
  return facts !== undefined && !hasFacts(facts);
}

/** An error, since whoever put the file there expects its facts on pages. */
function turnedOffFile(file: string): Diagnostic {
  const setting = `facts.${factsOf(file)}`;
  return {
    severity: "error",
    rule: "facts-off",
    file,
    path: [],
    message: `The file is not read: '${setting}' is off in ${SETTINGS_FILE}`,
    fix: `Delete it, or set '${setting}' to on`,
    at: { line: 1, column: 1 },
  };
}

function findStray(files: readonly string[], links: readonly string[]): Diagnostic[] {
  return [
    ...files
      .filter((file) => findFileKind(file) === undefined && !vocabularyPaths.includes(file))
      .map((file) =>
        file.startsWith("vocabulary/")
          ? strayFile(file, "the vocabulary has no file of this name", nearest(file, vocabularyPaths)[0])
          : strayFile(file, "content is Markdown in one of the folders of content/", nameMeant(file)),
      ),
    ...links.map((link) => strayFile(link, "it is a symbolic link")),
  ];
}

/** The path with a lower-case folder, a name that can be a slug and the ending `.md`, where that makes a content file of it. */
function nameMeant(file: string): string | undefined {
  const [folder = "", ...rest] = file.split("/");
  const named = [folder.toLowerCase(), ...rest].join("/").replace(/\.(?:md|markdown|mdx|mkd)(?:\.txt)?$/i, ".md");
  if (!findFileKind(named) || named === file) return undefined;
  const slug = cutSlug(slugify(posix.basename(named, ".md")));
  return slug === "" ? named : posix.join(posix.dirname(named), `${slug}.md`);
}

function strayFile(file: string, reason: string, meant?: string): Diagnostic {
  return {
    severity: "warning",
    rule: "stray-file",
    file,
    path: [],
    message: `The file is not read: ${reason}`,
    fix: meant
      ? `Name it '${meant}'`
      : `Move it to ${entityKindKeys.map((kind) => `${entityKinds[kind].folder}/`).join(", ")} as .md, or delete it`,
    at: { line: 1, column: 1 },
  };
}
