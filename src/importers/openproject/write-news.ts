/** Writes what an import made of a story, or refuses what the site would not accept. */
import { join } from "node:path";
import { structuredPatch } from "diff";
import { readData } from "../../authoring/edit/edit-front-matter.ts";
import { readEntry } from "../../catalog/read-file.ts";
import { InputError } from "../../cli/command.ts";
import { writeFileAtomically } from "../../lib/write-file-atomically.ts";
import { fileKinds } from "./attached-files.ts";
import { type CustomFields, describeSource } from "./custom-fields.ts";
import { describeEmbeds, type Embeds, findEmbeds } from "./embeds.ts";
import type { ImportContext, ImportOutcome, Incoming } from "./incoming.ts";
import type { Fields } from "./merge.ts";

/** Writes what the story names, then the story, so that it never names a file that is not there; in a dry run neither. */
export async function writeNews(
  { api, contentRoot, roots, isDryRun }: ImportContext,
  { files, custom, attachments }: Incoming,
  { file, text, body, old = "" }: { file: string; text: string; body: string; old?: string },
): Promise<{ fields: Fields; told: Pick<ImportOutcome, "diff" | "files" | "notes"> }> {
  const fields = readData(text, file);
  const embeds = findEmbeds([body, fields["summary"], fields["insights_description"]].join("\n\n"), api.baseUrl);
  if (text !== old) {
    refuseInvalid(file, text, custom);
    refuseMacros(embeds);
  }
  const notes = describeEmbeds(embeds, attachments);
  const toWrite = files.filter(({ key, file: { href }, decision }) => {
    const named = JSON.stringify(fields[fileKinds[key].field] ?? null);
    return decision === "write" && named.includes(href);
  });
  const written = toWrite.map(({ key, file: { href } }) => `${fileKinds[key].folder}/${href}`);
  const told = { notes, ...(written.length > 0 && { files: written }) };
  if (isDryRun) return { fields, told: { ...told, diff: diffLines(old, text) } };
  for (const { key, file: one, bytes } of toWrite) {
    if (bytes) await writeFileAtomically(join(roots[fileKinds[key].folder], one.href), bytes);
  }
  if (text !== old) await writeFileAtomically(join(contentRoot, file), text);
  return { fields, told };
}

/** Throws when the site would not accept the file. */
function refuseInvalid(file: string, text: string, custom: CustomFields): void {
  const { diagnostics } = readEntry("news", { file, bytes: new TextEncoder().encode(text) });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return;
  const told = errors.map(({ path, message, fix }) =>
    path.length > 0
      ? `'${path.join(".")}': ${message}. ${fix}${toSource(custom, String(path[0]))}`
      : `${message}. ${fix}`,
  );
  throw new InputError(`The file would not be valid: ${told.join("; ")}`);
}

function refuseMacros({ macros }: Embeds): void {
  if (macros.length === 0) return;
  const names = macros.map((macro) => `'${macro}'`).join(", ");
  throw new InputError(`Its text has ${names}, which only OpenProject fills in: write the value itself there`);
}

/** Where a person can correct it. */
export function toSource(custom: CustomFields, key: string): string {
  const source = describeSource(custom, key);
  return source === undefined ? "" : ` (${source})`;
}

/** The lines that go and come, with two lines around each change. */
function diffLines(before: string, after: string): string[] {
  const { hunks } = structuredPatch("", "", before, after, undefined, undefined, { context: 2 });
  return hunks.flatMap(({ lines }, index) => [...(index > 0 ? ["..."] : []), ...lines]);
}
