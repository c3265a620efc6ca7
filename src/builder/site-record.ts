/** What the last build made, so that a build with nothing to do ends early. */
import { existsSync, readFileSync } from "node:fs";
import { writeFileAtomically } from "../lib/write-file-atomically.ts";
import type { BuildSummary } from "./build-site.ts";
import type { FileDigests } from "./site-tree.ts";

export interface SiteRecord {
  /** Digest of everything that the site was built from. */
  readonly inputs: string;
  readonly summary: BuildSummary;
  readonly files: FileDigests;
}

/** Version of the file format. */
const FORMAT = 2;

/** Undefined when there is no readable record. */
export function readRecord(path: string): SiteRecord | undefined {
  if (!existsSync(path)) return undefined;
  try {
    const { format, inputs, summary, files } = JSON.parse(readFileSync(path, "utf8"));
    return format === FORMAT ? { inputs, summary, files: new Map(files) } : undefined;
  } catch {
    return undefined;
  }
}

export async function writeRecord(path: string, { inputs, summary, files }: SiteRecord): Promise<void> {
  await writeFileAtomically(path, JSON.stringify({ format: FORMAT, inputs, summary, files: [...files] }));
}
