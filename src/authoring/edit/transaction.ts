/** Several files of a folder change together: all of them, or none. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { InputError } from "../../cli/command.ts";
import { decodeUtf8, readIfPresent } from "../../ingest/read-content.ts";
import { writeFileAtomically } from "../../lib/write-file-atomically.ts";

/** One file before and after a change; undefined where there is none. */
export interface FileChange {
  /** Path from the folder, with `/`. */
  readonly file: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

export interface FileSystem {
  read(path: string): Promise<string | undefined>;
  write(path: string, text: string): Promise<void>;
  remove(path: string): Promise<void>;
}

/**
 * Writes what differs. Refuses before the first write when a file is no longer
 * what the change was made from. When a write fails, what was written is put back
 * and the error is thrown again. Files are removed last, so that content is never
 * missing in between.
 */
export async function writeTogether(
  root: string,
  changes: readonly FileChange[],
  { read, write, remove }: FileSystem = system,
): Promise<void> {
  const wanted = changes.filter(({ before, after }) => before !== after);
  for (const { file, before } of wanted) {
    if ((await read(join(root, file))) !== before) {
      throw new InputError(
        `${file} was changed by somebody else in the meantime; nothing was written. Run the command again`,
      );
    }
  }
  const put = (file: string, text: string | undefined) =>
    text === undefined ? remove(join(root, file)) : write(join(root, file), text);
  const begun: FileChange[] = [];
  try {
    for (const change of [...wanted].sort((a, b) => Number(a.after === undefined) - Number(b.after === undefined))) {
      begun.push(change);
      await put(change.file, change.after);
    }
  } catch (error) {
    const stuck: string[] = [];
    for (const { file, before } of begun.toReversed()) await put(file, before).catch(() => stuck.push(file));
    if (stuck.length === 0) throw error;
    throw new InputError(`${String(error)}\nThese files could not be put back: ${stuck.join(", ")}`);
  }
}

const system: FileSystem = {
  read: async (path) => {
    const bytes = await readIfPresent(path);
    // A file that is not UTF-8 exists too, and never equals the text that the change was made from.
    return bytes && (decodeUtf8(bytes) ?? "\uFFFD");
  },
  write: writeFileAtomically,
  remove: (path) => rm(path, { force: true }),
};
