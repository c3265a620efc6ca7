/** Content folders, checked as the command checks them, for tests. */
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { BUILD_DATE } from "../../catalog/testing.ts";
import { type CheckReport, check } from "./check.ts";

interface Options {
  readonly files?: readonly string[];
  readonly isFix?: boolean;
}

export function checkFolder(root: string, { files = [], isFix = false }: Options = {}): Promise<CheckReport> {
  return check({
    contentRoot: root,
    imageRoot: join(root, "no-images"),
    documentRoot: join(root, "no-documents"),
    repositoryRoot: dirname(root),
    from: [root],
    files,
    buildDate: BUILD_DATE,
    isFix,
  });
}

export function readFrom(root: string, file: string): Promise<string> {
  return readFile(join(root, file), "utf8");
}

/** A report with these diagnostics and nothing else, for formats. */
export function reportOf(diagnostics: CheckReport["diagnostics"], lines: readonly string[] = []): CheckReport {
  return {
    diagnostics,
    fixed: [],
    elsewhere: { errors: 0, warnings: 0 },
    joined: [],
    events: 0,
    filesChecked: 1,
    linesOf: () => lines,
    pathOf: (file) => `content/${file}`,
  };
}

export function diagnostic(
  given: Partial<CheckReport["diagnostics"][number]> = {},
): CheckReport["diagnostics"][number] {
  return {
    severity: "error",
    rule: "some-rule",
    file: "news/2026/story.md",
    line: 2,
    column: 1,
    field: "title",
    message: "It is wrong",
    fix: "Mend it",
    ...given,
  };
}
