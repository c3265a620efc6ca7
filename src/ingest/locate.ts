/** Promise: gives findings their line and column, reading each reported file once and no other. */
import { byText } from "../lib/order.ts";
import { type Finding, fieldName, type Issue } from "./issue.ts";
import { locateField } from "./locate-field.ts";

/** Sorted by file, line and rule; `readText` returns undefined for a file that is gone. */
export async function toIssues(
  findings: readonly Finding[],
  readText: (file: string) => Promise<string | undefined>,
): Promise<Issue[]> {
  const texts = new Map<string, string | undefined>();
  for (const { file, at } of findings) {
    if (!at && !texts.has(file)) texts.set(file, await readText(file));
  }
  return findings
    .map((finding): Issue => {
      const { severity, rule, file, path, message, fix, at, onKey } = finding;
      const text = texts.get(file);
      const { line, column } = at ?? (text === undefined ? { line: 1, column: 1 } : locateField(text, path, onKey));
      return { severity, rule, file, line, column, field: fieldName(path), message, fix };
    })
    .sort(
      (a, b) =>
        byText(a.file, b.file) ||
        a.line - b.line ||
        a.column - b.column ||
        byText(a.rule, b.rule) ||
        byText(a.message, b.message),
    );
}
