/** Promise: where outputs keep what they made for the next build by the same code; nowhere until a build says which code it is. */
import { join } from "node:path";

export interface Kept {
  /** Folder, absolute; it may be deleted at any time. */
  readonly folder: string;
  /** Digest of the code, without which nothing there is good. */
  readonly code: string;
}

let kept: Kept | undefined;

/** `folder` belongs to the content that is built. */
export function keepIn(folder: string, code: string): void {
  kept = { folder, code };
}

/** A place below it. */
export function findKept(name: string): Kept | undefined {
  return kept && { ...kept, folder: join(kept.folder, name) };
}
