/** What earlier checks found, or an `InputError` for a file that nobody can read; it is never written over unread. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { LINK_FACTS_FILE } from "../../catalog/file-kind.ts";
import { readFacts } from "../../catalog/read-file.ts";
import { InputError } from "../../cli/command.ts";
import { isMissing } from "../../ingest/read-content.ts";
import type { LinkFacts } from "../../schemas/link-facts.ts";

export async function readLinkFacts(contentRoot: string): Promise<LinkFacts | undefined> {
  const bytes = await readFile(join(contentRoot, LINK_FACTS_FILE)).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (bytes === undefined) return undefined;
  const { links, diagnostics } = readFacts({ file: LINK_FACTS_FILE, bytes });
  if (links) return links;
  const [diagnostic] = diagnostics;
  throw new InputError(`${LINK_FACTS_FILE}: ${diagnostic?.message}. ${diagnostic?.fix}`);
}
