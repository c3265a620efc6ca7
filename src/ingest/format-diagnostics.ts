/** Prints issues for a person, the same text in every place that shows them. */
import { groupBy } from "../lib/order.ts";
import { counted } from "../lib/text.ts";
import type { LocatedDiagnostic } from "./diagnostic.ts";

/** All issues by file, each with its place, rule, message and fix, and a last line that counts them. */
export function formatDiagnostics(issues: readonly LocatedDiagnostic[], filesChecked: number): string {
  const blocks = [...groupBy(issues, (issue) => issue.file)].map(([file, group]) =>
    [file, ...group.map(formatDiagnostic)].join("\n"),
  );
  return [...blocks, formatSummary(issues, filesChecked)].join("\n\n");
}

/** `161 files checked: 1 error, 2 warnings`. */
export function formatSummary(issues: readonly LocatedDiagnostic[], filesChecked: number): string {
  const errors = issues.filter(({ severity }) => severity === "error").length;
  return `${counted(filesChecked, "file")} checked: ${counted(errors, "error")}, ${counted(issues.length - errors, "warning")}`;
}

/** What is wrong and what to do, without the place: `link: The field is missing. Add 'link' to the front matter.` */
export function sentenceOf({ field, message, fix }: Pick<LocatedDiagnostic, "field" | "message" | "fix">): string {
  const where = field ? `${field}: ` : "";
  const end = fix.endsWith("?") ? "" : ".";
  return `${where}${message}. ${fix}${end}`;
}

function formatDiagnostic(issue: LocatedDiagnostic): string {
  const { line, column, severity, rule } = issue;
  return `  ${line}:${column}  ${severity}  ${sentenceOf(issue)}  [${rule}]`;
}
