/** A list of addresses is curated one by one; each is done once, however often the run is begun. */
import { readFile } from "node:fs/promises";
import { InputError } from "../../cli/command.ts";
import { startProgress } from "../../cli/progress.ts";
import { isMissing } from "../../ingest/read-content.ts";
import { counted } from "../../lib/text.ts";
import type { CurationContext } from "./context.ts";
import { DuplicateError, decide, type Given, propose, type WriteOptions, write } from "./curate.ts";
import type { Extractor } from "./extract.ts";
import { createJournal, type JournalRecord, readList, record } from "./journal.ts";

export interface BatchResult {
  readonly page: string;
  readonly outcome: JournalRecord;
  /** True when an earlier run did it. */
  readonly isEarlier: boolean;
}

/** Curates each line of the list. What failed before is tried again; what is done or a duplicate is not. */
export async function curateList(
  list: string,
  desk: CurationContext,
  extractor: Extractor,
  given: Given,
  options: WriteOptions,
): Promise<BatchResult[]> {
  const pages = readList(await readText(list));
  if (pages.length === 0) throw new InputError(`No addresses in ${list}.`);
  const journal = await createJournal(list);
  const progress = startProgress(pages.length);
  const results: BatchResult[] = [];
  try {
    for (const page of pages) {
      const earlier = journal.pages.get(page);
      if (earlier && earlier.state !== "failed") {
        results.push({ page, outcome: earlier, isEarlier: true });
      } else {
        const outcome = await curateOne(page, desk, extractor, given, options);
        if (!options.isDryRun) await record(journal, page, outcome);
        results.push({ page, outcome, isEarlier: false });
      }
      progress.step(page);
    }
  } finally {
    progress.stop();
  }
  return results;
}

async function readText(list: string): Promise<string> {
  try {
    return await readFile(list, "utf8");
  } catch (error) {
    throw isMissing(error) ? new InputError(`There is no file ${list}.`) : error;
  }
}

async function curateOne(
  page: string,
  desk: CurationContext,
  extractor: Extractor,
  given: Given,
  options: WriteOptions,
): Promise<JournalRecord> {
  try {
    const proposal = await propose({ page, allowsLoopback: options.allowsLoopback }, desk, extractor);
    const { file, notes } = await write(decide(proposal, desk, given), proposal, desk, options);
    return { state: "done", file, ...(notes.length > 0 ? { reason: notes.join(" ") } : {}) };
  } catch (error) {
    if (error instanceof DuplicateError) {
      return { state: "duplicate", file: error.duplicate.of.file, reason: error.duplicate.reason };
    }
    // A fault of the program or of the disk is no matter of one page.
    if (!(error instanceof InputError)) throw error;
    return { state: "failed", reason: error.message };
  }
}

export function formatBatch(results: readonly BatchResult[], isDryRun: boolean): string {
  const of = (state: JournalRecord["state"]) => results.filter(({ outcome }) => outcome.state === state);
  const earlier = results.filter(({ isEarlier }) => isEarlier).length;
  const lines = results
    .filter(({ isEarlier }) => !isEarlier)
    .map(({ page, outcome: { state, file, reason } }) => {
      const what = { done: isDryRun ? "would be" : "written", duplicate: "curated already in", failed: "failed" }[
        state
      ];
      return `${page}\n  ${[what, file].filter((part) => part !== undefined).join(" ")}${reason ? `: ${reason}` : ""}`;
    });
  const totals = [
    `${of("done").length} ${isDryRun ? "to be written" : "done"}`,
    counted(of("duplicate").length, "duplicate"),
    `${of("failed").length} failed`,
    ...(earlier > 0 ? [`${earlier} of these in an earlier run`] : []),
  ];
  return [...lines, totals.join(", ")].join("\n");
}
