import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import writeFileAtomic from "write-file-atomic";

/** Writes a file and the folders above it. A reader sees the old file or the new one, never half of one. */
export async function writeFileAtomically(path: string, contents: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  // Waiting for the disk would protect against a power failure alone, and takes longer than all else.
  await writeFileAtomic(path, typeof contents === "string" ? contents : Buffer.from(contents), { fsync: false });
}
