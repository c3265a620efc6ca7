/** What a check came to, before it has a format. */
import type { LocatedDiagnostic, Severity } from "../../ingest/diagnostic.ts";

export interface Report {
  /** What is shown: all issues, or those of the files that were named. */
  readonly issues: readonly LocatedDiagnostic[];
  /** Issues that were mended on the way and are gone. */
  readonly fixed: readonly LocatedDiagnostic[];
  /** Issues of other files, which are counted and not shown. */
  readonly elsewhere: Readonly<Record<"errors" | "warnings", number>>;
  /** How many files were named, or how many there are. */
  readonly filesChecked: number;
  /** The lines of a file that has an issue. */
  readonly linesOf: (file: string) => readonly string[];
  /** Path from the root of the repository, of a path from the content root. */
  readonly pathOf: (file: string) => string;
}

export function countOf(issues: readonly { severity: Severity }[], severity: Severity): number {
  return issues.filter((issue) => issue.severity === severity).length;
}
