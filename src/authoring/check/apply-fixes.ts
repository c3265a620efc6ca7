/** Makes the edits of diagnostics, and refuses every edit that would change more than it says. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { Lexer } from "yaml";
import { InputError } from "../../cli/command.ts";
import {
  type Edit,
  type FieldPath,
  type LocatedDiagnostic,
  replaceText,
  type TextEdit,
  valueAt,
} from "../../ingest/diagnostic.ts";
import { type ParseResult, parseContentFile, splitFrontMatter } from "../../ingest/front-matter.ts";
import { decodeUtf8 } from "../../ingest/read-content.ts";
import { dropBlank } from "../../lib/drop-blank.ts";
import { writeFileAtomically } from "../../lib/write-file-atomically.ts";
import { editFrontMatter, type FieldEdit } from "../edit/edit-front-matter.ts";

/** Writes every file that has a diagnostic with an edit; returns the diagnostics that are fixed. */
export async function applyFixes(
  contentRoot: string,
  diagnostics: readonly LocatedDiagnostic[],
): Promise<LocatedDiagnostic[]> {
  const fixed: LocatedDiagnostic[] = [];
  for (const [file, group] of Map.groupBy(diagnostics, (diagnostic) => diagnostic.file)) {
    if (!group.some(({ edit }) => edit)) continue;
    const before = decodeUtf8(await readFile(join(contentRoot, file)));
    let text = before;
    // A new value was computed from the old one: after an edit of the text, edits of values wait for the next round.
    let isTextEdited = false;
    const written = new Set<string>();
    for (const diagnostic of fromTheEnd(group)) {
      const { edit } = diagnostic;
      if (!edit || text === undefined) continue;
      const isText = "old" in edit;
      const place = isText ? "" : JSON.stringify(edit.path);
      if (!isText && (isTextEdited || written.has(place) || isCut(group, edit.path))) continue;
      const after = applyEdit(text, edit);
      if (!after) continue;
      text = after;
      isTextEdited ||= isText;
      written.add(place);
      fixed.push(diagnostic);
    }
    if (text !== undefined && text !== before) await writeFileAtomically(join(contentRoot, file), text);
  }
  return fixed;
}

/** True where YAML reads part of the field as a comment: rewritten, the truncated value would look complete. */
function isCut(diagnostics: readonly LocatedDiagnostic[], [name]: FieldPath): boolean {
  return diagnostics.some(({ rule, field }) => rule === "yaml-comment" && /^[^.[]+/.exec(field)?.[0] === name);
}

/** Edits of text first, from the end of the file, so that the positions of the remaining ones stay valid. */
function fromTheEnd(diagnostics: readonly LocatedDiagnostic[]): LocatedDiagnostic[] {
  const placeOf = ({ edit }: LocatedDiagnostic) => (edit && "old" in edit ? edit.at : { line: 0, column: 0 });
  return diagnostics.toSorted((a, b) => {
    const [one, other] = [placeOf(a), placeOf(b)];
    return other.line - one.line || other.column - one.column;
  });
}

/** The text with one edit made; undefined where that would change anything else, a comment included. */
export function applyEdit(text: string, edit: Edit): string | undefined {
  const parsed = parseContentFile(text, "");
  if ("old" in edit) return applyTextEdit(text, edit, parsed);
  const rewrite = parsed.ok && toRewrite(parsed.value.data, edit);
  if (!rewrite) return undefined;
  try {
    const after = editFrontMatter(text, [rewrite]);
    return after !== text && commentsOf(after) === commentsOf(text) ? after : undefined;
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** What could be read before must be read afterwards, with the same value in every field but the one that the text lies in. */
function applyTextEdit(text: string, edit: TextEdit, before: ParseResult): string | undefined {
  // The byte order mark takes no column.
  const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
  const edited = replaceText(text.slice(mark.length), edit);
  if (edited === undefined || !before.ok) return edited && mark + edited;
  const after = parseContentFile(mark + edited, "");
  const [old, now] = [before.value.data, after.ok ? after.value.data : {}];
  const changed = Object.keys(old).filter((key) => !isDeepStrictEqual(old[key], now[key]));
  const isSafe = after.ok && changed.length <= 1 && Object.keys(old).length === Object.keys(now).length;
  return isSafe ? mark + edited : undefined;
}

/** A diagnostic counts list items as schemas do, without blank ones; a rewrite counts them as they are in the file. */
function toRewrite(data: unknown, edit: Exclude<Edit, TextEdit>): FieldEdit | undefined {
  const path = toFilePath(data, edit.path);
  if (path === undefined) return undefined;
  if ("newKey" in edit) return { do: "rename", path, to: edit.newKey };
  const isOneForOne = typeof edit.value === "object" && edit.value.length === 1 && !Array.isArray(valueAt(data, path));
  return { do: "set", path, value: isOneForOne ? (edit.value[0] ?? "") : edit.value };
}

function toFilePath(data: unknown, path: FieldPath): FieldPath | undefined {
  const result: (string | number)[] = [];
  for (const part of path) {
    const holder = valueAt(data, result);
    // Schemas accept a single value as a list of one.
    if (typeof holder === "string" && part === 0) return result;
    if (holder === null || typeof holder !== "object") return undefined;
    const key = Array.isArray(holder) && typeof part === "number" ? indexOfNth(holder, part) : part;
    if (!Object.hasOwn(holder, key)) return undefined;
    result.push(key);
  }
  return result;
}

/** The index of the item that is number `position` among those that are not blank. */
function indexOfNth(list: readonly unknown[], position: number): number {
  const indexes = list.flatMap((item, index) => (dropBlank(item) === undefined ? [] : [index]));
  return indexes[position] ?? -1;
}

/** All comments of the front matter, in order: parsed data does not show that one was lost. */
function commentsOf(text: string): string {
  return [...new Lexer().lex(splitFrontMatter(text).fields)].filter((token) => token.startsWith("#")).join("\n");
}
