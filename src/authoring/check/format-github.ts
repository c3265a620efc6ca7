/** Diagnostics as GitHub workflow commands, which become annotations on the lines of a pull request. */
import type { LocatedDiagnostic } from "../../ingest/diagnostic.ts";
import { formatSummary, sentenceOf } from "../../ingest/format-diagnostics.ts";
import type { CheckReport } from "./check.ts";

/** https://docs.github.com/actions/reference/workflow-commands-for-github-actions#setting-an-error-message */
export function formatGithub({ diagnostics, joined, filesChecked, pathOf }: CheckReport): string {
  return [
    ...diagnostics.map((diagnostic) => annotation(diagnostic, pathOf(diagnostic.file))),
    ...joined.map(
      ({ file, message }) =>
        `::notice file=${escapeProperty(pathOf(file))},title=same-event::${escapeData(`${message}.`)}`,
    ),
    formatSummary(diagnostics, filesChecked),
  ].join("\n");
}

function annotation(diagnostic: LocatedDiagnostic, path: string): string {
  const { severity, line, column, rule } = diagnostic;
  const properties = Object.entries({ file: path, line, col: column, title: rule })
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(",");
  return `::${severity} ${properties}::${escapeData(sentenceOf(diagnostic))}`;
}

/** As the toolkit does it: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
