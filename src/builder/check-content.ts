/** Reads and checks the content of a build. */
import { listAliases } from "../catalog/build-catalog.ts";
import { refreshContent } from "../catalog/content-cache.ts";
import type { Alias } from "../catalog/graph.ts";
import { readTextIn } from "../catalog/load-content.ts";
import { diagnose } from "../catalog/rules/index.ts";
import { toRuleContext } from "../catalog/rules/rule.ts";
import { formatDiagnostics, formatSummary } from "../ingest/format-diagnostics.ts";
import { locateDiagnostics } from "../ingest/locate-diagnostics.ts";
import type { IndexingPolicy } from "../vocab/indexing.ts";
import { BuildError } from "./site-folder.ts";

/** Folders are absolute. */
export interface ContentOptions {
  readonly contentRoot: string;
  readonly imageRoot: string;
  /** Folder of the parsed content, which the rendering threads load. */
  readonly store: string;
  readonly buildDate: string;
  readonly indexing: IndexingPolicy;
}

export interface ReadContent {
  /** Digest of the whole content; see `refreshContent`. */
  readonly fingerprint: string;
  /** Runs the rules; throws a `BuildError` with all diagnostics when the content has errors. */
  readonly check: () => Promise<{ readonly aliases: readonly Alias[]; readonly summary: string }>;
}

/** Parses the content files that changed since the last build. */
export async function readContent(options: ContentOptions): Promise<ReadContent> {
  const { contentRoot } = options;
  const { files, fingerprint, load } = await refreshContent(options);
  if (files.length === 0) throw new BuildError(`No content files in ${contentRoot}`);
  return {
    fingerprint,
    async check() {
      const context = toRuleContext(load().content, options);
      const diagnostics = await locateDiagnostics(diagnose(context), readTextIn(contentRoot));
      if (diagnostics.some(({ severity }) => severity === "error"))
        throw new BuildError(formatDiagnostics(diagnostics, files.length));
      return { aliases: listAliases(context), summary: formatSummary(diagnostics, files.length) };
    },
  };
}
