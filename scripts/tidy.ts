/** `npm run tidy -- --by month|year [--dry-run]`: sorts the files of stories into folders. */

import { formatTidied, tidy } from "../src/authoring/edit/tidy.ts";
import { runCommand, UsageError } from "../src/cli/command.ts";
import { getConfig } from "../src/config/config.ts";

await runCommand(
  {
    name: "npm run tidy --",
    arguments: "",
    summary: "Moves the files of stories into a folder for each year or month of curation; addresses stay.",
    options: {
      by: { type: "string", value: "<month|year>", help: "how they lie afterwards" },
      "dry-run": { type: "boolean", help: "writes nothing and says what would be moved" },
    },
  },
  async ({ values }) => {
    const { by } = values;
    if (by !== "month" && by !== "year") throw new UsageError("Say --by month or --by year.");
    const done = await tidy(getConfig(), { layout: by, isDryRun: values["dry-run"] ?? false });
    return { text: formatTidied(done), data: done, isFine: true };
  },
);
