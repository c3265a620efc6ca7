/** Tells the Astro extension of an editor which content file has which JSON Schema, so that it completes and explains front matter. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { toEditorSchema } from "../../codegen/json-schema.ts";
import { listFiles } from "../../ingest/read-content.ts";
import { writeFileAtomically } from "../../lib/write-file-atomically.ts";
import { entityKindKeys, entityKinds } from "../../vocab/entity-kind.ts";

/**
 * Where the extension looks, below the root of the project. Astro itself would
 * write there from the collections, whose schemas it does not know: they are
 * checked by our own loader.
 * https://docs.astro.build/en/reference/experimental-flags/content-intellisense/
 */
const FOLDER = ".astro/collections";

export async function writeEditorHelp(projectRoot: string, contentRoot: string): Promise<void> {
  const entries: Record<string, string> = {};
  for (const kind of entityKindKeys) {
    for (const file of await listFiles(contentRoot, entityKinds[kind].folder, ".md")) {
      // The extension looks a file up under its address as it is spelled, in lower case.
      entries[decodeURIComponent(pathToFileURL(join(contentRoot, file)).href).toLowerCase()] = kind;
    }
    await write(projectRoot, `${kind}.schema.json`, toEditorSchema(kind));
  }
  const collections = entityKindKeys.map((name) => ({ hasSchema: true, name }));
  await write(projectRoot, "collections.json", { collections, entries });
}

/** The same where it has been written before: a new file has no help until it is listed. */
export async function refreshEditorHelp(projectRoot: string, contentRoot: string): Promise<void> {
  if (existsSync(join(projectRoot, FOLDER, "collections.json"))) await writeEditorHelp(projectRoot, contentRoot);
}

async function write(projectRoot: string, name: string, data: unknown): Promise<void> {
  await writeFileAtomically(join(projectRoot, FOLDER, name), JSON.stringify(data, null, 2));
}
