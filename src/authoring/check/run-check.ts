import { runCommand, UsageError } from "../../cli/command.ts";
import { startProgress } from "../../cli/progress.ts";
import { getConfig, useContentFolder } from "../../config/config.ts";
import { openCache } from "../../lib/cache.ts";
import { type CheckReport, check, countOf } from "./check.ts";
import { formatGithub } from "./format-github.ts";
import { toSarif } from "./format-sarif.ts";
import { formatText } from "./format-text.ts";

/** Keyed as `--format` names them. */
const FORMATS: Readonly<Record<string, (report: CheckReport) => string>> = {
  text: formatText,
  json: (report) => JSON.stringify(toJson(report), null, 2),
  github: formatGithub,
  sarif: (report) => JSON.stringify(toSarif(report), null, 2),
};

export async function runCheck(): Promise<void> {
  await runCommand(
    {
      name: "npm run check --",
      arguments: "[<file or folder> ...]",
      summary: "Validates all content without building; with files, reports on these alone.",
      options: {
        fix: { type: "boolean", help: "fixes what needs no decision, and leaves every other byte as it is" },
        strict: { type: "boolean", help: "fails on warnings too" },
        format: { type: "string", value: Object.keys(FORMATS).join("|"), help: "how diagnostics are written" },
        content: { type: "string", value: "<folder>", help: "the content folder, in place of the site's own" },
      },
    },
    async ({ values, arguments: files, isJson }) => {
      const { fix = false, strict = false, content, format = isJson ? "json" : "text" } = values;
      const formatReport = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
      if (!formatReport) throw new UsageError(`--format must be one of: ${Object.keys(FORMATS).join(", ")}`);
      if (isJson && format !== "json") throw new UsageError("--json and --format ask for two formats.");
      // The vocabulary is that of the content that is checked.
      const config = content === undefined ? getConfig() : useContentFolder(content);
      const { buildDate, cacheFolder, contentRoot, imageRoot, documentRoot, indexing, required, siteUrl } = config;
      const cache = openCache(cacheFolder);
      const report = await check(
        {
          contentRoot,
          imageRoot,
          documentRoot,
          repositoryRoot: process.cwd(),
          // npm runs scripts in the root of the project and says where it was called.
          from: [process.env["INIT_CWD"] ?? process.cwd(), process.cwd()],
          files,
          buildDate,
          indexing,
          required,
          siteUrl,
          isFix: fix,
        },
        { cache, startProgress: (total) => startProgress(total, "checking") },
      ).finally(() => cache.close());
      const failing = report.diagnostics.filter(({ severity }) => severity === "error" || strict);
      return { text: formatReport(report), data: toJson(report), isFine: failing.length === 0 };
    },
  );
}

function toJson({ diagnostics, fixed, elsewhere, filesChecked, joined, events }: CheckReport) {
  return {
    issues: diagnostics,
    fixed,
    counts: {
      files: filesChecked,
      errors: countOf(diagnostics, "error"),
      warnings: countOf(diagnostics, "warning"),
      fixed: fixed.length,
    },
    elsewhere,
    joined,
    events,
  };
}
