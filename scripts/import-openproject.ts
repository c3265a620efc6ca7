/** `npm run import:openproject -- --url <address> --project <id> [--dry-run]`: brings curated work packages into content/news. */
import { runCommand, UsageError } from "../src/cli/command.ts";
import { startProgress } from "../src/cli/progress.ts";
import { getConfig } from "../src/config/config.ts";
import { readBaseUrl, readToken } from "../src/importers/openproject/connection.ts";
import { formatReport } from "../src/importers/openproject/format-report.ts";
import { importOpenProject, isFine } from "../src/importers/openproject/import-openproject.ts";

await runCommand(
  {
    name: "npm run import:openproject --",
    arguments: "--url <address> --project <id>",
    summary: "Brings curated work packages into content/news. The API token is read from OPENPROJECT_TOKEN.",
    options: {
      url: { type: "string", value: "<address>", help: "the OpenProject instance" },
      project: { type: "string", value: "<id>", help: "number or identifier of the project" },
      type: { type: "string", value: "<name>", help: "type of the work packages; without it 'Curated Content'" },
      keep: { type: "string", value: "<numbers>", help: "settles conflicts of these work packages as the file has it" },
      take: {
        type: "string",
        value: "<numbers>",
        help: "settles conflicts of these work packages as OpenProject has it",
      },
      all: {
        type: "boolean",
        help: "reads everything, not only what changed since the last run, and tells what is gone",
      },
      "dry-run": { type: "boolean", help: "writes nothing and shows what would be written" },
    },
  },
  async ({ values }) => {
    const { url, project, type = "Curated Content" } = values;
    if (url === undefined || project === undefined) throw new UsageError("Name the instance and the project.");
    if (!/^[\w-]+$/.test(project))
      throw new UsageError("--project must be a number or an identifier, as 12 or curated-news");
    const settings = {
      baseUrl: readBaseUrl(url),
      token: readToken(process.env["OPENPROJECT_TOKEN"]),
      keep: readNumbers("keep", values.keep),
      take: readNumbers("take", values.take),
    };
    const { contentRoot, imageRoot, documentRoot } = getConfig();
    const report = await importOpenProject({
      ...settings,
      project,
      type,
      contentRoot,
      imageRoot,
      documentRoot,
      isDryRun: values["dry-run"] ?? false,
      isAll: values.all ?? false,
      startProgress,
    });
    return { text: formatReport(report), data: report, isFine: isFine(report) };
  },
);

function readNumbers(option: string, text = ""): number[] {
  const parts = text.split(",").filter((part) => part.trim() !== "");
  if (!parts.every((part) => /^\s*\d+\s*$/.test(part))) throw new UsageError(`--${option} must be numbers, as 12,34`);
  return parts.map(Number);
}
