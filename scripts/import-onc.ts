/** `npm run import:onc -- <file.json> --as-of YYYY-MM-DD [--dry-run]`: writes the ONC facts and the stubs that are missing. Exit code 1 on bad input. */
import { parseArgs } from "node:util";
import { InputError, importOnc } from "../src/desk/import-onc.ts";
import { toReport } from "../src/desk/to-report.ts";
import { day } from "../src/schemas/fields.ts";

const USAGE = "Usage: npm run import:onc -- <file.json> --as-of YYYY-MM-DD [--dry-run]";

try {
  // Imported here, since a setting that cannot be used throws on import.
  const { contentRoot } = await import("../src/site.config.ts");
  const lines = await importOnc({ ...readArguments(), contentRoot });
  console.log(lines.join("\n"));
} catch (error) {
  console.error(toReport(error));
  process.exitCode = 1;
}

function readArguments(): { file: string; asOf: string; isDryRun: boolean } {
  const { values, positionals } = parseCommandLine();
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new InputError(`Name one file to import\n${USAGE}`);
  const asOf = day.safeParse(values["as-of"]);
  if (!asOf.success) throw new InputError(`--as-of ${asOf.error.issues[0]?.message}\n${USAGE}`);
  return { file, asOf: asOf.data, isDryRun: values["dry-run"] ?? false };
}

function parseCommandLine() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { "as-of": { type: "string" }, "dry-run": { type: "boolean" } },
    });
  } catch (error) {
    throw new InputError(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}
