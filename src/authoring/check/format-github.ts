/** Issues as GitHub workflow commands, which become annotations on the lines of a pull request. */
import type { LocatedDiagnostic } from "../../ingest/diagnostic.ts";
import { formatSummary, sentenceOf } from "../../ingest/format-diagnostics.ts";
import type { Report } from "./report.ts";

/** https://docs.github.com/actions/reference/workflow-commands-for-github-actions#setting-an-error-message */
export function formatGithub({ issues, filesChecked, pathOf }: Report): string {
  return [...issues.map((issue) => annotation(issue, pathOf(issue.file))), formatSummary(issues, filesChecked)].join(
    "\n",
  );
}

function annotation(issue: LocatedDiagnostic, path: string): string {
  const { severity, line, column, rule } = issue;
  const properties = Object.entries({ file: path, line, col: column, title: rule })
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(",");
  return `::${severity} ${properties}::${escapeData(sentenceOf(issue))}`;
}

/** As the toolkit does it: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
