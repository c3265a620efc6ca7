/** The content as texts, which are changed and validated in memory before a byte is written. */
import { toContent } from "../../catalog/content-cache.ts";
import type { Entry } from "../../catalog/entries.ts";
import { findFileKind } from "../../catalog/file-kind.ts";
import { type ContentSettings, listImages } from "../../catalog/load-content.ts";
import { readFile } from "../../catalog/read-file.ts";
import { diagnose } from "../../catalog/rules/index.ts";
import { toRuleContext } from "../../catalog/rules/rule.ts";
import { InputError } from "../../cli/command.ts";
import type { Diagnostic } from "../../ingest/diagnostic.ts";
import { decodeUtf8, readFiles } from "../../ingest/read-content.ts";
import { type FileChange, writeTogether } from "./transaction.ts";

/** Text by path from the content root. */
export type Texts = ReadonlyMap<string, string>;

export interface Validated {
  readonly texts: Texts;
  readonly entries: readonly Entry[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Throws an `InputError` for a file that is not UTF-8: written back it would be another. */
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
  const content = toContent(results, await listImages(settings.imageRoot));
  return { texts, entries: content.entries, diagnostics: diagnose(toRuleContext(content, settings)) };
}

/** Throws an `InputError` for content with errors, in which nothing can be renamed safely. */
export async function readValid(settings: ContentSettings): Promise<Validated> {
  const content = await validate(await readTexts(settings.contentRoot), settings);
  const errors = content.diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return content;
  const shown = errors.slice(0, 5).map(({ file, message }) => `  ${file}: ${message}`);
  throw new InputError(["The content has errors; correct them first (npm run check):", ...shown].join("\n"));
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
