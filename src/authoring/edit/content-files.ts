/** The content as texts, to be changed and judged in memory before a byte is written. */
import type { Entry } from "../../catalog/entries.ts";
import { LINK_FACTS_FILE, ONC_FACTS_FILE } from "../../catalog/file-kind.ts";
import { listImages } from "../../catalog/load-content.ts";
import { readEntry, readFacts } from "../../catalog/read-file.ts";
import { toRuleContext } from "../../catalog/rules/context.ts";
import { diagnose } from "../../catalog/rules/index.ts";
import { InputError } from "../../cli/command.ts";
import type { Diagnostic } from "../../ingest/diagnostic.ts";
import { readFiles } from "../../ingest/read-content.ts";
import { entityKindKeys, entityKinds } from "../../vocab/entity-kind.ts";
import { type FileChange, writeTogether } from "./transaction.ts";

/** What the commands that rewrite need to know of the site. */
export interface Place {
  readonly contentRoot: string;
  readonly imageRoot: string;
  readonly buildDate: string;
}

/** Text by path from the content root. */
export type Texts = ReadonlyMap<string, string>;

export interface Validated {
  readonly texts: Texts;
  readonly entries: readonly Entry[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Throws an `InputError` for a file that is no text: written back it would not be what it was. */
export async function readTexts(contentRoot: string): Promise<Texts> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const files = [...(await readFiles(contentRoot, "", ".md")), ...(await readFiles(contentRoot, "facts", ".json"))];
  return new Map(
    files.map(({ file, bytes }) => {
      try {
        return [file, decoder.decode(bytes)];
      } catch {
        throw new InputError(`${file} is not valid UTF-8; save it as UTF-8 first`);
      }
    }),
  );
}

/** Reads all texts as the site would. */
export async function judge(texts: Texts, { imageRoot, buildDate }: Place): Promise<Validated> {
  const encoder = new TextEncoder();
  const read = [...texts].flatMap(([file, text]) => {
    const kind = entityKindKeys.find((key) => file.startsWith(`${entityKinds[key].folder}/`));
    return kind ? [readEntry(kind, { file, bytes: encoder.encode(text) })] : [];
  });
  const facts = [ONC_FACTS_FILE, LINK_FACTS_FILE].flatMap((file) => {
    const text = texts.get(file);
    return text === undefined ? [] : [readFacts({ file, bytes: encoder.encode(text) })];
  });
  const entries = read.flatMap(({ entry }) => entry ?? []);
  const content = {
    entries,
    facts: facts.find((one) => one.facts)?.facts,
    images: await listImages(imageRoot),
    diagnostics: [...read, ...facts].flatMap(({ diagnostics }) => diagnostics),
  };
  return { texts, entries, diagnostics: diagnose(toRuleContext(content, { buildDate })) };
}

/** The content, when nothing in it is wrong enough to stop a build; what is broken cannot be renamed safely. */
export async function readValid(place: Place): Promise<Validated> {
  const judged = await judge(await readTexts(place.contentRoot), place);
  const errors = judged.diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return judged;
  const shown = errors.slice(0, 5).map(({ file, message }) => `  ${file}: ${message}`);
  throw new InputError(["The content has errors; correct them first (npm run check):", ...shown].join("\n"));
}

/** Texts that come, change, and go (undefined), by path. */
export type NewTexts = ReadonlyMap<string, string | undefined>;

/**
 * Judges the content with the new texts in it, and writes them when nothing is
 * wrong that was not wrong before. `moved` leads from old paths to new ones.
 */
export async function writeIfValid(
  place: Place,
  before: Validated,
  changes: NewTexts,
  { moved, isDryRun }: { readonly moved: ReadonlyMap<string, string>; readonly isDryRun: boolean },
): Promise<void> {
  const texts = new Map(before.texts);
  for (const [file, text] of changes) {
    if (text === undefined) texts.delete(file);
    else texts.set(file, text);
  }
  const worse = newDiagnostics(before.diagnostics, (await judge(texts, place)).diagnostics, moved);
  if (worse.length > 0) {
    const reasons = worse.map(({ file, message, fix }) => `  ${file}: ${message}. ${fix}`);
    throw new InputError(["Nothing was written: this would be wrong afterwards:", ...reasons].join("\n"));
  }
  if (isDryRun) return;
  const files = [...changes].map(([file, after]): FileChange => ({ file, before: before.texts.get(file), after }));
  await writeTogether(place.contentRoot, files);
}

/** Findings of a rule in a file beyond those that it had: messages may change with a name, counts may not grow. */
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
