import { rename, rm } from "node:fs/promises";

/** Removes a folder with all that is in it. Under its name it is whole or gone, whenever the process ends. */
export async function removeAtOnce(folder: string): Promise<void> {
  const gone = `${folder}.gone`;
  // What an earlier removal left when it was stopped.
  await rm(gone, { recursive: true, force: true });
  try {
    await rename(folder, gone);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return;
    throw error;
  }
  await rm(gone, { recursive: true, force: true });
}
