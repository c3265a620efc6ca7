/** Diagnostics for a terminal: each with its line, a caret under the column, and what to do. */

import { paint } from "../../cli/command.ts";
import type { Edit, LocatedDiagnostic } from "../../ingest/diagnostic.ts";
import { formatSummary, sentenceOf } from "../../ingest/format-diagnostics.ts";
import { printable, printableLine } from "../../lib/printable.ts";
import { counted } from "../../lib/text.ts";
import type { CheckReport } from "./check.ts";
import { toExcerpt } from "./excerpt.ts";

export function formatText(report: CheckReport): string {
  const { diagnostics, fixed, linesOf } = report;
  const blocks = formatByFile(diagnostics, (group, file) => {
    const lines = linesOf(file);
    return group.flatMap((diagnostic) => formatDiagnostic(diagnostic, lines));
  });
  const fixes = formatByFile(fixed, (group) => group.map(formatFixed));
  const joined = report.joined.map(({ file, message }) =>
    [paint("bold", printable(file)), `  ${paint("dim", "note")}  ${printable(message)}.`].join("\n"),
  );
  return [...fixes, ...blocks, ...joined, summaryOf(report)].join("\n\n");
}

function formatByFile(
  diagnostics: readonly LocatedDiagnostic[],
  format: (group: readonly LocatedDiagnostic[], file: string) => readonly string[],
): string[] {
  return [...Map.groupBy(diagnostics, ({ file }) => file)].map(([file, group]) =>
    [paint("bold", printable(file)), ...format(group, file)].join("\n"),
  );
}

function summaryOf({ diagnostics, fixed, elsewhere, filesChecked, events }: CheckReport): string {
  const notes = [
    ...(fixed.length > 0 ? [`${fixed.length} fixed`] : []),
    ...(elsewhere.errors + elsewhere.warnings > 0
      ? [`in other files ${counted(elsewhere.errors, "error")}, ${counted(elsewhere.warnings, "warning")}`]
      : []),
    ...(fixable(diagnostics) > 0 ? [`${fixable(diagnostics)} can be fixed with --fix`] : []),
    ...(events > 0 ? [`${counted(events, "event")} told by several stories`] : []),
  ];
  return [formatSummary(diagnostics, filesChecked), ...notes].join("; ");
}

function fixable(diagnostics: readonly LocatedDiagnostic[]): number {
  return diagnostics.filter(({ edit }) => edit !== undefined).length;
}

function formatDiagnostic(diagnostic: LocatedDiagnostic, lines: readonly string[]): string[] {
  const { line, column, severity, rule } = diagnostic;
  const colour = severity === "error" ? "red" : "yellow";
  const head = `  ${line}:${column}  ${paint(colour, severity)}  ${printable(sentenceOf(diagnostic))}  ${paint("dim", `[${rule}]`)}`;
  const source = lines[line - 1];
  // The first position of a file means the whole file.
  if (source === undefined || (line === 1 && column === 1)) return [head];
  const { line: shown, indent } = toExcerpt(source, column);
  const gutter = String(line).padStart(5);
  const bar = paint("dim", "|");
  return [
    head,
    `${paint("dim", gutter)} ${bar} ${shown}`.trimEnd(),
    `${" ".repeat(gutter.length)} ${bar} ${" ".repeat(indent)}${paint(colour, "^")}`,
  ];
}

function formatFixed({ line, column, field, edit, rule }: LocatedDiagnostic): string {
  const change = edit === undefined ? field : changeOf(edit, field);
  return `  ${line}:${column}  ${paint("green", "fixed")}  ${printable(change)}  ${paint("dim", `[${rule}]`)}`;
}

function changeOf(edit: Edit, field: string): string {
  if ("old" in edit) return `${printableLine(edit.old, 40)} -> ${printableLine(edit.text, 40)}`;
  return `${field} -> ${"newKey" in edit ? edit.newKey : JSON.stringify(edit.value)}`;
}
