/** `npm run check [-- <files> --fix --strict --format=text|json|github|sarif]`: validates all content without building the site. */
import { type CheckReport, check, countOf } from "../src/authoring/check/check.ts";
import { formatGithub } from "../src/authoring/check/format-github.ts";
import { toSarif } from "../src/authoring/check/format-sarif.ts";
import { formatText } from "../src/authoring/check/format-text.ts";
import { runCommand, UsageError } from "../src/cli/command.ts";
import { startProgress } from "../src/cli/progress.ts";
import { getConfig, useContentFolder } from "../src/config/config.ts";
import { openCache } from "../src/lib/cache.ts";

/** Keyed as `--format` names them. */
const FORMATS: Readonly<Record<string, (report: CheckReport) => string>> = {
  text: formatText,
  json: (report) => JSON.stringify(toJson(report), null, 2),
  github: formatGithub,
  sarif: (report) => JSON.stringify(toSarif(report), null, 2),
};

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
    const cache = openCache(config.cacheFolder);
    const report = await check(
      {
        ...config,
        repositoryRoot: process.cwd(),
        // npm runs scripts in the root of the project and says where it was called.
        from: [process.env["INIT_CWD"] ?? process.cwd(), process.cwd()],
        files,
        isFix: fix,
      },
      { cache, startProgress: (total) => startProgress(total, "checking") },
    ).finally(() => cache.close());
    const failing = report.diagnostics.filter(({ severity }) => severity === "error" || strict);
    return { text: formatReport(report), data: toJson(report), isFine: failing.length === 0 };
  },
);

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
