/** Asks a person at the terminal what a new file needs beyond its name. */
import { basename } from "node:path";
import type { Entry } from "../../catalog/entries.ts";
import { readEntry } from "../../catalog/read-file.ts";
import { type Choice, type Prompter, terminal } from "../../cli/prompter.ts";
import { readFiles } from "../../ingest/read-content.ts";
import { squeeze } from "../../lib/text.ts";
import { entityKinds } from "../../vocab/entity-kind.ts";
import { getVocabulary, usualType } from "../../vocab/vocabulary.ts";
import { isCalled } from "../curate/suggest-publisher.ts";
import type { Vendor } from "./create-entry.ts";

/** Who offers a new offering; undefined where that is left open. */
export async function promptForVendor(contentRoot: string, prompter: Prompter = terminal): Promise<Vendor | undefined> {
  const answer = await prompter.text({
    message: "Who offers it? The name or slug of the organization, or nothing to write it later",
  });
  const name = squeeze(answer);
  if (name === "") return undefined;
  const known = await findOrganization(contentRoot, name);
  if (known !== undefined) return { slug: known };
  if (!(await prompter.confirm(`There is no organization '${name}' yet. Begin its file as well?`))) return undefined;
  return { name, type: await promptForType(usualType("vendor"), prompter) };
}

/** What a new organization is. */
export async function promptForType(initial: string, prompter: Prompter): Promise<string> {
  const types = [...getVocabulary().organizationTypes].map(([value, { label }]): Choice => ({ value, label }));
  return prompter.choose("What is it?", types, initial);
}

/** The slug of the organization with that slug or name. One whose file has errors is known by its file name. */
async function findOrganization(contentRoot: string, wanted: string): Promise<string | undefined> {
  for (const raw of await readFiles(contentRoot, entityKinds.organization.folder, ".md")) {
    const entry = readEntry("organization", raw).entry as Entry<"organization"> | undefined;
    const slug = entry?.slug ?? basename(raw.file, ".md");
    if (slug === wanted || (entry && isCalled(entry.data, wanted))) return slug;
  }
  return undefined;
}
