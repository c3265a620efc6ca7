/** Gives findings their line and column, reading and parsing each reported file once and no other. */
import { byText } from "../lib/order.ts";
import { type Diagnostic, fieldName, type LocatedDiagnostic } from "./diagnostic.ts";
import type { toLocator } from "./locate-field.ts";

/** Sorted by file, line and rule; `readText` returns undefined for a file that is gone. */
export async function locateDiagnostics(
  diagnostics: readonly Diagnostic[],
  readText: (file: string) => Promise<string | undefined>,
): Promise<LocatedDiagnostic[]> {
  const locators = new Map<string, ReturnType<typeof toLocator>>();
  const unplaced = diagnostics.filter(({ at }) => !at);
  if (unplaced.length > 0) {
    // Loaded where there is something to locate: a check of content without faults needs no parser.
    const { toLocator } = await import("./locate-field.ts");
    for (const { file } of unplaced) {
      if (!locators.has(file)) locators.set(file, toLocator((await readText(file)) ?? ""));
    }
  }
  return diagnostics
    .map((diagnostic): LocatedDiagnostic => {
      const { severity, rule, file, path, message, fix, at, onKey, edit } = diagnostic;
      const { line, column } = at ?? locators.get(file)?.(path, onKey) ?? { line: 1, column: 1 };
      return { severity, rule, file, line, column, field: fieldName(path), message, fix, ...(edit && { edit }) };
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
