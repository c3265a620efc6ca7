/** Reads and checks the content in a child process, whose memory is free again before rendering begins. */
import type { Alias } from "../catalog/graph.ts";
import type { IndexingPolicy } from "../vocab/indexing.ts";
import { startChild } from "./child.ts";
import { BuildError } from "./site-folder.ts";

/** Sent to the child process; folders are absolute. */
export interface CheckOptions {
  readonly contentRoot: string;
  readonly imageRoot: string;
  /** Folder of the parsed content, which the rendering threads load. */
  readonly store: string;
  readonly threads: number;
  readonly buildDate: string;
  readonly indexing: IndexingPolicy;
}

export interface ReadResult {
  /** Number of content files. */
  readonly files: number;
  /** Digest of the whole content; see `refreshContent`. */
  readonly fingerprint: string;
}

export interface CheckResult {
  readonly isFine: boolean;
  /** The summary, or all diagnostics when there are errors. */
  readonly report: string;
  readonly aliases: readonly Alias[];
}

export interface ContentReader extends ReadResult {
  /** Throws a `BuildError` with all diagnostics when the content has errors. */
  readonly check: () => Promise<{ readonly aliases: readonly Alias[]; readonly summary: string }>;
  /** Must always be called; resolves when the process has ended. */
  readonly close: () => Promise<void>;
}

/** Parses the content files that changed since the last build. */
export async function readContent(options: CheckOptions): Promise<ContentReader> {
  const { request, close } = startChild("check-process.ts", "The content could not be read");
  try {
    const read = await request<ReadResult>(options);
    if (read.files === 0) throw new BuildError(`No content files in ${options.contentRoot}`);
    const check = async () => {
      const { isFine, report, aliases } = await request<CheckResult>("check");
      if (!isFine) throw new BuildError(report);
      // Its memory is needed for rendering.
      await close();
      return { aliases, summary: report };
    };
    return { ...read, check, close };
  } catch (error) {
    await close();
    throw error;
  }
}
