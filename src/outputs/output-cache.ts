/** Where outputs keep what they made for the next build by the same code; nowhere until a build says which code it is. */
import { join } from "node:path";

export interface OutputCache {
  /** Folder, absolute; it may be deleted at any time. */
  readonly folder: string;
  /** Digest of the code, without which nothing there is good. */
  readonly code: string;
}

let kept: OutputCache | undefined;

/** `folder` belongs to the content that is built. */
export function setOutputCache(folder: string, code: string): void {
  kept = { folder, code };
}

/** A place below it. */
export function findOutputCache(name: string): OutputCache | undefined {
  return kept && { ...kept, folder: join(kept.folder, name) };
}
