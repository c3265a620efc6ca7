/** The check as a command: its options, its formats and when it fails. */
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { type Reading, storeOf } from "../../catalog/content-store.ts";
import { runCommand, UsageError } from "../../cli/command.ts";
import { getConfig } from "../../config.ts";
import { check } from "./check.ts";
import { formatGithub } from "./format-github.ts";
import { toSarif } from "./format-sarif.ts";
import { formatText } from "./format-text.ts";
import { countOf, type Report } from "./report.ts";

/** Keyed as `--format` names them. */
const FORMATS: Readonly<Record<string, (report: Report) => string>> = {
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
        fix: { type: "boolean", help: "mends what needs no person, and leaves every other byte as it is" },
        strict: { type: "boolean", help: "fails on warnings too" },
        format: { type: "string", value: Object.keys(FORMATS).join("|"), help: "how issues are printed" },
        content: { type: "string", value: "<folder>", help: "the content folder, in place of the site's own" },
      },
    },
    async ({ values, arguments: files, isJson }) => {
      const { fix = false, strict = false, content, format = isJson ? "json" : "text" } = values;
      const print = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
      if (!print) throw new UsageError(`--format must be one of: ${Object.keys(FORMATS).join(", ")}`);
      if (isJson && format !== "json") throw new UsageError("--json and --format ask for two formats.");
      const { buildDate, cacheFolder, contentRoot, imageRoot, indexing } = getConfig();
      const root = content === undefined ? contentRoot : resolve(content);
      const report = await check({
        contentRoot: root,
        imageRoot,
        repositoryRoot: process.cwd(),
        // npm runs scripts in the root of the project and says where it was called.
        from: [process.env["INIT_CWD"] ?? process.cwd(), process.cwd()],
        files,
        buildDate,
        indexing,
        isFix: fix,
        reading: {
          store: storeOf(cacheFolder, root),
          threads: availableParallelism(),
          watch: await findWatch(),
        },
      });
      const failing = report.issues.filter(({ severity }) => severity === "error" || strict);
      return { text: print(report), data: toJson(report), isFine: failing.length === 0 };
    },
  );
}

/** Loaded where somebody is looking: the bar takes as long to load as a check of one file. */
async function findWatch(): Promise<Reading["watch"]> {
  if (!process.stderr.isTTY) return undefined;
  const { startProgress } = await import("../../cli/progress.ts");
  return (total) => startProgress(total, "checking");
}

function toJson({ issues, fixed, elsewhere, filesChecked }: Report) {
  return {
    issues,
    fixed,
    counts: {
      files: filesChecked,
      errors: countOf(issues, "error"),
      warnings: countOf(issues, "warning"),
      fixed: fixed.length,
    },
    elsewhere,
  };
}
