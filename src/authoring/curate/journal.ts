/** What became of each address of a list, kept beside the list, so that a run that was interrupted goes on where it was. */
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { InputError } from "../../cli/command.ts";
import { isMissing } from "../../ingest/read-content.ts";
import { writeFileAtomically } from "../../lib/write-file-atomically.ts";

const RecordSchema = z.object({
  state: z.enum(["done", "duplicate", "failed"]),
  /** The file written, or the one that has the story already. */
  file: z.string().optional(),
  /** Why it is a duplicate, or has failed. */
  reason: z.string().optional(),
});

const JournalSchema = z.object({ version: z.literal(1), pages: z.record(z.string(), RecordSchema) });

export type JournalRecord = z.output<typeof RecordSchema>;

export interface Journal {
  readonly path: string;
  readonly pages: Map<string, JournalRecord>;
}

export async function createJournal(list: string): Promise<Journal> {
  const path = `${list}.journal.json`;
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (isMissing(error)) return { path, pages: new Map() };
    throw error;
  }
  const journal = JournalSchema.safeParse(parse(text));
  if (!journal.success) throw new InputError(`${path} is not a journal of this command. Move it away to begin anew.`);
  return { path, pages: new Map(Object.entries(journal.data.pages)) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Written after each page: at most the page of the interruption is asked for again. */
export async function record({ path, pages }: Journal, page: string, what: JournalRecord): Promise<void> {
  pages.set(page, what);
  await writeFileAtomically(path, `${JSON.stringify({ version: 1, pages: Object.fromEntries(pages) }, null, 2)}\n`);
}

/** The lines of a list that name something, each once; `#` begins a comment. */
export function readList(text: string): readonly string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== "" && !line.startsWith("#")))];
}
