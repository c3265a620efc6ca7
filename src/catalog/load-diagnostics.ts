/** All that is wrong with a content folder: what `loadCatalog` finds, without the graph, which takes as long again. */
import type { Diagnostic } from "../ingest/diagnostic.ts";
import type { IndexingPolicy } from "../vocab/indexing.ts";
import { type Reading, refreshContent } from "./content-store.ts";
import { toRuleContext } from "./rules/context.ts";
import { runRules } from "./rules/index.ts";

export async function loadDiagnostics(
  contentRoot: string,
  imageRoot: string,
  buildDate: string,
  indexing?: IndexingPolicy,
  reading?: Reading,
): Promise<{ diagnostics: Diagnostic[]; files: readonly string[] }> {
  const { files, load } = await refreshContent({ ...reading, contentRoot, imageRoot });
  const { content } = load();
  return { diagnostics: [...content.found, ...runRules(toRuleContext(content, buildDate, indexing))], files };
}
