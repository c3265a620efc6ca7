/** `npm run merge-topic -- <from> <into> [--dry-run]`: makes two topics one everywhere. */

import { mergeTopic } from "../src/authoring/edit/merge-topic.ts";
import { formatRewritten } from "../src/authoring/edit/rename.ts";
import { runCommand, UsageError } from "../src/cli/command.ts";
import { getConfig } from "../src/config/config.ts";

await runCommand(
  {
    name: "npm run merge-topic --",
    arguments: "<from> <into>",
    summary: "Files everything of the topic <from> under <into> and removes <from>; its path leads on.",
    options: { "dry-run": { type: "boolean", help: "writes nothing and says what would be changed" } },
  },
  async ({ values, arguments: [from, into, ...others] }) => {
    if (from === undefined || into === undefined || others.length > 0) throw new UsageError("Name two topics.");
    const done = await mergeTopic(getConfig(), { from, into, isDryRun: values["dry-run"] ?? false });
    return { text: formatRewritten(done), data: done, isFine: true };
  },
);
