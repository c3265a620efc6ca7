/**
 * `npm run new -- offering|topic|organization|news "<name>" [--dry-run]`: writes a commented file to fill in;
 * `npm run new -- site <folder>`: writes a site of its own.
 */
import { join, relative, resolve } from "node:path";
import { createEntry, createOffering } from "../src/authoring/new/create-entry.ts";
import { createSite } from "../src/authoring/new/create-site.ts";
import { refreshEditorHelp } from "../src/authoring/new/editor-help.ts";
import { promptForVendor } from "../src/authoring/new/prompts.ts";
import { paint, runCommand, UsageError } from "../src/cli/command.ts";
import { canAsk } from "../src/cli/prompter.ts";
import { getConfig } from "../src/config/config.ts";
import { type EntityKind, entityKindKeys } from "../src/vocab/entity-kind.ts";

await runCommand(
  {
    name: "npm run new --",
    arguments: `${entityKindKeys.join("|")} "<name>" | site <folder>`,
    summary:
      "Writes a commented file to fill in, under an address made of the name. At a terminal it asks who offers an offering, and begins the file of that organization where there is none. A site is a small whole one of another field, in a folder of its own.",
    options: { "dry-run": { type: "boolean", help: "writes nothing and prints the file" } },
  },
  async ({ values, arguments: [kind, name, ...others], isJson }) => {
    if (kind === "site") return beginSite(name, others, values["dry-run"] ?? false);
    if (!isKind(kind)) throw new UsageError(`Name what to begin: ${entityKindKeys.join(", ")}, site.`);
    if (name === undefined || others.length > 0) throw new UsageError("Give one name, in quotes.");
    const { buildDate, contentRoot } = getConfig();
    const isDryRun = values["dry-run"] ?? false;
    const request = { name, contentRoot, buildDate, isDryRun };
    const asks = kind === "offering" && !isJson && canAsk();
    const vendor = asks ? await promptForVendor(contentRoot) : undefined;
    const entries = vendor ? await createOffering(request, vendor) : [await createEntry({ kind, ...request })];
    if (!isDryRun) await refreshEditorHelp(process.cwd(), contentRoot);
    const files = entries.map((entry) => ({ path: relative(process.cwd(), join(contentRoot, entry.file)), ...entry }));
    const [first] = files;
    const next = [
      ...files.map(
        ({ path, todo }) => `Write what is marked TODO${files.length > 1 ? ` in ${path}` : ""}: ${todo.join(", ")}`,
      ),
      ...(kind === "offering" && !vendor
        ? ['Where its vendor has no file yet: npm run new -- organization "<name of the vendor>"']
        : []),
      "Remove the comments that you do not need",
      `npm run check -- ${files.map(({ path }) => path).join(" ")}`,
    ];
    const steps = next.map((step, index) => `  ${index + 1}. ${step}`);
    return {
      text: isDryRun
        ? files.map(({ text, path }) => `${text}\n${path} would be written`).join("\n\n")
        : [...files.map(({ path }) => `${paint("bold", path)} is written`), ...steps].join("\n"),
      data: { ...first, isWritten: !isDryRun, next },
      isFine: true,
    };
  },
);

async function beginSite(name: string | undefined, others: readonly string[], isDryRun: boolean) {
  if (name === undefined || others.length > 0) throw new UsageError("Give the folder of the site.");
  if (isDryRun) throw new UsageError("A site has no dry run: write it into a folder that is not there yet.");
  const folder = resolve(process.env["INIT_CWD"] ?? "", name);
  const files = await createSite(folder);
  const next = [`cd ${folder}`, "npm install", "npm start"];
  const text = [`${files.length} files are written into ${folder}. Next:`, ...next.map((step) => `  ${step}`)].join(
    "\n",
  );
  return { text, data: { folder, files, next }, isFine: true };
}

function isKind(word: string | undefined): word is EntityKind {
  return word !== undefined && entityKindKeys.some((kind) => kind === word);
}
