/** The content as texts, which are changed and validated in memory before a byte is written. */
import { basename } from "node:path/posix";
import { toContent } from "../../catalog/content-cache.ts";
import type { Entry } from "../../catalog/entries.ts";
import { findFileKind, isEntityKind } from "../../catalog/file-kind.ts";
import { type ContentSettings, listImages } from "../../catalog/load-content.ts";
import { readFile } from "../../catalog/read-file.ts";
import { diagnose } from "../../catalog/rules/index.ts";
import { toRuleContext } from "../../catalog/rules/rule.ts";
import { InputError } from "../../cli/command.ts";
import type { Diagnostic } from "../../ingest/diagnostic.ts";
import { parseContentFile } from "../../ingest/front-matter.ts";
import { decodeUtf8, readFiles } from "../../ingest/read-content.ts";
import { readDocuments } from "../../ingest/read-documents.ts";
import type { EntityKind } from "../../vocab/entity-kind.ts";
import type { Found } from "./find-entry.ts";
import { type FileChange, writeTogether } from "./transaction.ts";

/** Text by path from the content root. */
export type Texts = ReadonlyMap<string, string>;

export interface Validated {
  readonly texts: Texts;
  readonly entries: readonly Entry[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Throws an `InputError` for a file that is not UTF-8: writing it back would change it. */
export async function readTexts(contentRoot: string): Promise<Texts> {
  const files = [...(await readFiles(contentRoot, "", ".md")), ...(await readFiles(contentRoot, "facts", ".json"))];
  return new Map(
    files.map(({ file, bytes }) => {
      const text = decodeUtf8(bytes);
      if (text === undefined) throw new InputError(`${file} is not valid UTF-8; save it as UTF-8 first`);
      return [file, text];
    }),
  );
}

/** Reads all texts as the site would. */
export async function validate(texts: Texts, settings: ContentSettings): Promise<Validated> {
  const encoder = new TextEncoder();
  const results = [...texts].flatMap(([file, text]) => {
    const kind = findFileKind(file);
    return kind ? [readFile(kind, { file, bytes: encoder.encode(text) })] : [];
  });
  const content = toContent(results, {
    images: await listImages(settings.imageRoot),
    documents: readDocuments(settings.documentRoot),
  });
  return { texts, entries: content.entries, diagnostics: diagnose(toRuleContext(content, settings)) };
}

/** The content as it is, whatever is wrong with it; `findSound` refuses what cannot be changed. */
export async function readAsIs(settings: ContentSettings): Promise<Validated> {
  return validate(await readTexts(settings.contentRoot), settings);
}

/** The entry that `find` finds. Throws an `InputError` where it has errors, or another makes the same claim. */
export function findSound({ entries, diagnostics, texts }: Validated, text: string, find: () => Found): Found {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const refuse = (isMeant: (file: string) => boolean) => {
    const [first] = errors.filter(({ file }) => isMeant(file));
    if (first)
      throw new InputError(
        `${first.file} has an error; correct it first (npm run check): ${first.message}. ${first.fix}`,
      );
  };
  const isEntry = new Set(entries.map(({ file }) => file));
  try {
    const found = find();
    const { kind, slug, file } = found.entry;
    const rivals = entries.filter((one) => one.kind === kind && one.slug.toLowerCase() === slug.toLowerCase());
    refuse((other) => other === file || rivals.some((rival) => rival.file === other));
    return found;
  } catch (error) {
    const name = basename(text, ".md");
    if (error instanceof InputError)
      refuse((file) => texts.has(file) && !isEntry.has(file) && basename(file, ".md") === name);
    throw error;
  }
}

/** A file of one kind as data. */
export interface DataFile {
  readonly file: string;
  readonly kind: EntityKind;
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * Every file of the content, those with errors too: a reference in an
 * unfinished file follows like any other. Throws an `InputError` for a file
 * that cannot be read and has one of the `words` in it.
 */
export function listData({ texts }: Validated, words: readonly string[]): readonly DataFile[] {
  return [...texts].flatMap(([file, text]) => {
    const kind = findFileKind(file);
    if (!isEntityKind(kind)) return [];
    const parsed = parseContentFile(text, file);
    if (parsed.ok) return [{ file, kind, text, data: parsed.value.data }];
    const word = words.find((one) => text.includes(one));
    if (word === undefined) return [];
    throw new InputError(
      `${file} has an error, and '${word}' in it; correct it first (npm run check): ${parsed.diagnostics[0]?.message}`,
    );
  });
}

/** Texts that come, change, and go (undefined), by path. */
export type NewTexts = ReadonlyMap<string, string | undefined>;

/**
 * Validates the content with the new texts in it, and writes them when nothing
 * is wrong that was not wrong before. `moved` leads from old paths to new ones.
 */
export async function writeIfValid(
  settings: ContentSettings,
  before: Validated,
  changes: NewTexts,
  { moved, isDryRun }: { readonly moved: ReadonlyMap<string, string>; readonly isDryRun: boolean },
): Promise<void> {
  const texts = new Map(before.texts);
  for (const [file, text] of changes) {
    if (text === undefined) texts.delete(file);
    else texts.set(file, text);
  }
  const worse = newDiagnostics(before.diagnostics, (await validate(texts, settings)).diagnostics, moved);
  if (worse.length > 0) {
    const reasons = worse.map(({ file, message, fix }) => `  ${file}: ${message}. ${fix}`);
    throw new InputError(["Nothing was written: this would be wrong afterwards:", ...reasons].join("\n"));
  }
  if (isDryRun) return;
  const files = [...changes].map(([file, after]): FileChange => ({ file, before: before.texts.get(file), after }));
  await writeTogether(settings.contentRoot, files);
}

/** Diagnostics of a rule in a file beyond those that it had: messages may change with a name, counts may not grow. */
function newDiagnostics(
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
  moved: ReadonlyMap<string, string>,
): readonly Diagnostic[] {
  const known = new Map<string, number>();
  for (const { rule, file } of before) {
    const key = `${rule} ${moved.get(file) ?? file}`;
    known.set(key, (known.get(key) ?? 0) + 1);
  }
  return after.filter(({ rule, file }) => {
    const left = known.get(`${rule} ${file}`) ?? 0;
    known.set(`${rule} ${file}`, left - 1);
    return left <= 0;
  });
}
