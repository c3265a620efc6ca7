/** The content read and checked, in a process of its own: what that takes of memory is free again when the site is printed, and a thread gives hardly any back. */
import type { Alias } from "../catalog/graph.ts";
import type { IndexingPolicy } from "../vocab/indexing.ts";
import { startChild } from "./child.ts";
import { BuildError } from "./site-folder.ts";

/** Plain data; folders are absolute. */
export interface CheckOptions {
  readonly contentRoot: string;
  readonly imageRoot: string;
  /** Where what is read is kept, for the threads that print. */
  readonly store: string;
  readonly threads: number;
  readonly buildDate: string;
  readonly indexing: IndexingPolicy;
}

export interface ReadAnswer {
  /** How many there are. */
  readonly files: number;
  /** Stands for the whole content; see `refreshContent`. */
  readonly fingerprint: string;
}

export interface CheckAnswer {
  readonly isFine: boolean;
  /** The last line of the check, or all of it where something is wrong. */
  readonly report: string;
  readonly aliases: readonly Alias[];
}

export interface ContentReader extends ReadAnswer {
  /** Throws the whole report when anything is wrong with the content. */
  readonly check: () => Promise<{ readonly aliases: readonly Alias[]; readonly summary: string }>;
  /** To be called in any case; resolves when the process has ended. */
  readonly close: () => Promise<void>;
}

/** Reads of the content what changed since it was read last. */
export async function readContent(order: CheckOptions): Promise<ContentReader> {
  const { ask, close } = startChild("check-process.ts", "The content could not be read");
  try {
    const read = await ask<ReadAnswer>(order);
    if (read.files === 0) throw new BuildError(`No content files in ${order.contentRoot}`);
    const check = async () => {
      const { isFine, report, aliases } = await ask<CheckAnswer>("check");
      if (!isFine) throw new BuildError(report);
      // What it held is free before anything is printed.
      await close();
      return { aliases, summary: report };
    };
    return { ...read, check, close };
  } catch (error) {
    await close();
    throw error;
  }
}
