/** Curates a list of addresses one by one, and saves what became of each, so that an interrupted run can go on. */
import { z } from "zod";
import { InputError } from "../../cli/command.ts";
import { startProgress } from "../../cli/progress.ts";
import { readIfPresent } from "../../ingest/read-content.ts";
import { parseJson } from "../../lib/parse-json.ts";
import { counted } from "../../lib/text.ts";
import { writeFileAtomically } from "../../lib/write-file-atomically.ts";
import type { CurationContext } from "./context.ts";
import { DuplicateError, decide, type Overrides, propose, type WriteOptions, write } from "./curate.ts";
import type { Extractor } from "./extract.ts";

const PageOutcomeSchema = z.object({
  state: z.enum(["done", "duplicate", "failed"]),
  /** The file written, or the one that has the story already. */
  file: z.string().optional(),
  /** Why it is a duplicate, or has failed. */
  reason: z.string().optional(),
});

const OutcomesFileSchema = z.object({ version: z.literal(1), pages: z.record(z.string(), PageOutcomeSchema) });

type PageOutcome = z.output<typeof PageOutcomeSchema>;

export interface BatchResult {
  readonly page: string;
  readonly outcome: PageOutcome;
  /** True when an earlier run did it. */
  readonly isEarlier: boolean;
}

/** Curates each line of the list, except what an earlier run has done or found to be a duplicate. */
export async function curateList(
  list: string,
  context: CurationContext,
  extractor: Extractor,
  overrides: Overrides,
  options: WriteOptions,
): Promise<BatchResult[]> {
  const file = await readIfPresent(list);
  if (file === undefined) throw new InputError(`There is no file ${list}.`);
  const pages = parseList(file.toString());
  if (pages.length === 0) throw new InputError(`No addresses in ${list}.`);
  const outcomes = await readOutcomes(list);
  const progress = startProgress(pages.length);
  const results: BatchResult[] = [];
  try {
    for (const page of pages) {
      const earlier = outcomes.get(page);
      const isEarlier = earlier !== undefined && earlier.state !== "failed";
      const outcome = isEarlier ? earlier : await curateOne(page, context, extractor, overrides, options);
      if (!isEarlier && !options.isDryRun) await saveOutcomes(list, outcomes.set(page, outcome));
      results.push({ page, outcome, isEarlier });
      progress.step(page);
    }
  } finally {
    progress.stop();
  }
  return results;
}

/** The lines of a list that name something, each once; `#` begins a comment. */
export function parseList(text: string): readonly string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== "" && !line.startsWith("#")))];
}

const outcomesPath = (list: string) => `${list}.outcomes.json`;

/** What became of each address of the list in earlier runs. */
export async function readOutcomes(list: string): Promise<Map<string, PageOutcome>> {
  const file = await readIfPresent(outcomesPath(list));
  if (file === undefined) return new Map();
  const outcomes = OutcomesFileSchema.safeParse(parseJson(file.toString()));
  if (!outcomes.success) {
    throw new InputError(`${outcomesPath(list)} is not a file of this command. Move it away to begin anew.`);
  }
  return new Map(Object.entries(outcomes.data.pages));
}

/** Called after each page: an interruption loses at most the last one. */
export async function saveOutcomes(list: string, outcomes: ReadonlyMap<string, PageOutcome>): Promise<void> {
  const text = JSON.stringify({ version: 1, pages: Object.fromEntries(outcomes) }, null, 2);
  await writeFileAtomically(outcomesPath(list), `${text}\n`);
}

async function curateOne(
  page: string,
  context: CurationContext,
  extractor: Extractor,
  overrides: Overrides,
  options: WriteOptions,
): Promise<PageOutcome> {
  try {
    const proposal = await propose({ page }, context, extractor);
    const { file, notes } = await write(decide(proposal, context, overrides), proposal, context, options);
    return { state: "done", file, ...(notes.length > 0 ? { reason: notes.join(" ") } : {}) };
  } catch (error) {
    if (error instanceof DuplicateError) {
      return { state: "duplicate", file: error.duplicate.of.file, reason: error.duplicate.reason };
    }
    // Errors of the program or of the disk concern more than this page.
    if (!(error instanceof InputError)) throw error;
    return { state: "failed", reason: error.message };
  }
}

export function formatBatch(results: readonly BatchResult[], isDryRun: boolean): string {
  const of = (state: PageOutcome["state"]) => results.filter(({ outcome }) => outcome.state === state);
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
