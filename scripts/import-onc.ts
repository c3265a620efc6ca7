/** `npm run import:onc -- <file.json> --as-of YYYY-MM-DD [--dry-run]`: writes the ONC facts and the stubs that are missing. */
import { runCommand, UsageError } from "../src/cli/command.ts";
import { getConfig } from "../src/config/config.ts";
import { requireFacts } from "../src/config/settings.ts";
import { formatOncReport, importOnc } from "../src/importers/onc/import-onc.ts";
import { day } from "../src/schemas/fields.ts";

await runCommand(
  {
    name: "npm run import:onc --",
    arguments: "<file.json>",
    summary: "Refreshes the certified facts from an ONC product list, and writes the entries that are missing.",
    options: {
      "as-of": { type: "string", value: "YYYY-MM-DD", help: "the day of the list" },
      "dry-run": { type: "boolean", help: "writes nothing and says what would be written" },
    },
  },
  async ({ values, arguments: [file, ...others] }) => {
    requireFacts("onc");
    if (file === undefined || others.length > 0) throw new UsageError("Name one file to import.");
    const asOf = day.safeParse(values["as-of"]);
    if (!asOf.success) throw new UsageError(`--as-of ${asOf.error.issues[0]?.message}`);
    const { contentRoot, buildDate } = getConfig();
    const isDryRun = values["dry-run"] ?? false;
    const report = await importOnc({ file, asOf: asOf.data, contentRoot, buildDate, isDryRun });
    return { text: formatOncReport(report), data: report, isFine: true };
  },
);
