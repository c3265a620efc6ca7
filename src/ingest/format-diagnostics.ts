import { counted } from "../lib/text.ts";
import type { LocatedDiagnostic } from "./diagnostic.ts";

/** All diagnostics by file, each with its position, rule, message and fix, and a last line that counts them. */
export function formatDiagnostics(diagnostics: readonly LocatedDiagnostic[], filesChecked: number): string {
  const blocks = [...Map.groupBy(diagnostics, (diagnostic) => diagnostic.file)].map(([file, group]) =>
    [file, ...group.map(formatDiagnostic)].join("\n"),
  );
  return [...blocks, formatSummary(diagnostics, filesChecked)].join("\n\n");
}

/** `161 files checked: 1 error, 2 warnings`. */
export function formatSummary(diagnostics: readonly LocatedDiagnostic[], filesChecked: number): string {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  return `${counted(filesChecked, "file")} checked: ${counted(errors, "error")}, ${counted(diagnostics.length - errors, "warning")}`;
}

/** What is wrong and what to do, without the position: `link: The field is missing. Add 'link' to the front matter.` */
export function sentenceOf({ field, message, fix }: Pick<LocatedDiagnostic, "field" | "message" | "fix">): string {
  const where = field ? `${field}: ` : "";
  const end = fix.endsWith("?") ? "" : ".";
  return `${where}${message}. ${fix}${end}`;
}

function formatDiagnostic(diagnostic: LocatedDiagnostic): string {
  const { line, column, severity, rule } = diagnostic;
  return `  ${line}:${column}  ${severity}  ${sentenceOf(diagnostic)}  [${rule}]`;
}
