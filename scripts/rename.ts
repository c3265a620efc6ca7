/** `npm run rename -- <old> <new> [--name 'Authority: Label'] [--dry-run]`: gives an entry another address everywhere. */

import { formatRewritten, rename } from "../src/authoring/edit/rename.ts";
import { runCommand, UsageError } from "../src/cli/command.ts";
import { getConfig } from "../src/config/config.ts";

await runCommand(
  {
    name: "npm run rename --",
    arguments: "<old> <new>",
    summary:
      "Moves an entry (a file, /offering/x/ or offering/x) to another slug: the old path leads on, and all that refers to it follows.",
    options: {
      name: {
        type: "string",
        value: "'Authority: Label'",
        help: "for a topic: its new name; <new> may then be left out",
      },
      "dry-run": { type: "boolean", help: "writes nothing and says what would be changed" },
    },
  },
  async ({ values, arguments: [old, slug, ...others] }) => {
    if (old === undefined || others.length > 0) throw new UsageError("Name one entry and its new slug.");
    if (slug === undefined && values.name === undefined)
      throw new UsageError("Name the new slug, or --name for a topic.");
    const done = await rename(getConfig(), { old, slug, name: values.name, isDryRun: values["dry-run"] ?? false });
    return { text: formatRewritten(done), data: done, isFine: true };
  },
);
