import { stat } from "node:fs/promises";
import type { Entry } from "../catalog/entries.ts";
import { readTextIn } from "../catalog/load-content.ts";
import { readEntry } from "../catalog/read-file.ts";
import { InputError } from "../cli/command.ts";
import type { Diagnostic } from "../ingest/diagnostic.ts";
import { formatDiagnostics } from "../ingest/format-diagnostics.ts";
import { locateDiagnostics } from "../ingest/locate-diagnostics.ts";
import { type RawFile, readFiles } from "../ingest/read-content.ts";
import { type EntityKind, entityKinds } from "../vocab/entity-kind.ts";

/** The entries of these kinds. */
export function readEntries(contentRoot: string, kinds: readonly EntityKind[]): Promise<Entry[]> {
  return readAll(contentRoot, kinds, (raw, kind) => readEntry(kind, raw));
}

/**
 * All files of these kinds. One that cannot be read may be the one that an import would write again, so it throws an
 * `InputError` before anything is written.
 */
export async function readAll<T>(
  contentRoot: string,
  kinds: readonly EntityKind[],
  read: (raw: RawFile, kind: EntityKind) => { readonly entry?: T; readonly diagnostics: readonly Diagnostic[] },
): Promise<T[]> {
  const folder = await stat(contentRoot).catch(() => undefined);
  if (!folder?.isDirectory()) throw new InputError(`There is no content folder ${contentRoot}`);
  const entries: T[] = [];
  const diagnostics: Diagnostic[] = [];
  let filesChecked = 0;
  for (const kind of kinds) {
    for (const raw of await readFiles(contentRoot, entityKinds[kind].folder, ".md")) {
      const result = read(raw, kind);
      filesChecked += 1;
      if (result.entry) entries.push(result.entry);
      else diagnostics.push(...result.diagnostics);
    }
  }
  if (diagnostics.length === 0) return entries;
  const located = await locateDiagnostics(diagnostics, readTextIn(contentRoot));
  throw new InputError(
    `${formatDiagnostics(located, filesChecked)}\n\nNothing was imported: correct these files first`,
  );
}
