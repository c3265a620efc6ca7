/** `npm run new -- offering|topic|organization|news "<name>" [--dry-run]`: writes a commented file to fill in. */
import { join, relative } from "node:path";
import { createEntry } from "../src/authoring/new/create-entry.ts";
import { refreshEditorHelp } from "../src/authoring/new/editor-help.ts";
import { paint, runCommand, UsageError } from "../src/cli/command.ts";
import { getConfig } from "../src/config.ts";
import { type EntityKind, entityKindKeys } from "../src/vocab/entity-kind.ts";

await runCommand(
  {
    name: "npm run new --",
    arguments: `${entityKindKeys.join("|")} "<name>"`,
    summary: "Writes a commented file to fill in, under an address made of the name.",
    options: { "dry-run": { type: "boolean", help: "writes nothing and prints the file" } },
  },
  async ({ values, arguments: [kind, name, ...others] }) => {
    if (!isKind(kind)) throw new UsageError(`Name what to begin: ${entityKindKeys.join(", ")}.`);
    if (name === undefined || others.length > 0) throw new UsageError("Give one name, in quotes.");
    const { buildDate, contentRoot } = getConfig();
    const isDryRun = values["dry-run"] ?? false;
    const entry = await createEntry({ kind, name, contentRoot, buildDate, isDryRun });
    if (!isDryRun) await refreshEditorHelp(process.cwd(), contentRoot);
    const path = relative(process.cwd(), join(contentRoot, entry.file));
    const next = [
      `Write what is marked TODO: ${entry.todo.join(", ")}`,
      "Remove the comments that you do not need",
      `npm run check -- ${path}`,
    ];
    const steps = next.map((step, index) => `  ${index + 1}. ${step}`);
    return {
      text: isDryRun
        ? `${entry.text}\n${path} would be written`
        : [`${paint("bold", path)} is written`, ...steps].join("\n"),
      data: { path, ...entry, isWritten: !isDryRun, next },
      isFine: true,
    };
  },
);

function isKind(word: string | undefined): word is EntityKind {
  return word !== undefined && entityKindKeys.some((kind) => kind === word);
}
