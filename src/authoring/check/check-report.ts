import type { LocatedDiagnostic, Severity } from "../../ingest/diagnostic.ts";

/** The result of a check, before it has a format. */
export interface CheckReport {
  /** Of all files, or of those that were named. */
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** What was fixed, and is no longer among the diagnostics. */
  readonly fixed: readonly LocatedDiagnostic[];
  /** Diagnostics of other files, which are counted and not shown. */
  readonly elsewhere: Readonly<Record<"errors" | "warnings", number>>;
  /** How many files were named, or how many there are. */
  readonly filesChecked: number;
  /** The lines of a file that has a diagnostic. */
  readonly linesOf: (file: string) => readonly string[];
  /** Path from the root of the repository, of a path from the content root. */
  readonly pathOf: (file: string) => string;
}

export function countOf(diagnostics: readonly { severity: Severity }[], severity: Severity): number {
  return diagnostics.filter((one) => one.severity === severity).length;
}
