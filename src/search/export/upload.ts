/**
 * Sends an export to an engine without a moment in which a search finds nothing: a new index beside the one that is
 * searched, and when it is complete, the name that searches use leads to it. What was deleted is not in the new one.
 *
 * The name of an index has the digest of all that is in it, and documents are sent in one order. So an index that is
 * there and has fewer documents is one whose upload was interrupted, and its number of documents says how far it came.
 */
import { InputError } from "../../cli/command.ts";
import type { Progress } from "../../cli/progress.ts";
import { counted } from "../../lib/text.ts";
import { EngineError } from "./engine-connection.ts";
import { type Batch, type ExportFormat, type ExportSource, identify, toBatches } from "./export-format.ts";

/** An engine, as an upload needs it. */
export interface ExportTarget {
  /** The index that searches reach; undefined where there is none. Throws where it is none that an export made. */
  findLive(): Promise<string | undefined>;
  /** Makes the index with its settings where it is not there yet, and says how many documents it has. */
  prepare(index: string): Promise<number>;
  /** Adds documents, or replaces those with the same id; throws when the engine refuses one. */
  add(index: string, batch: Batch): Promise<void>;
  /** How many documents the index has once all that was added is there. */
  count(index: string): Promise<number>;
  /** From now on searches reach this index. */
  publish(index: string): Promise<void>;
  /** Removes the indexes of other exports, finished or not, and names them. */
  removeOthers(live: string): Promise<readonly string[]>;
}

export interface UploadReport {
  readonly index: string;
  readonly documents: number;
  /** Documents that this run sent; fewer than all when it continued another. */
  readonly sent: number;
  readonly removed: readonly string[];
}

interface UploadOptions {
  readonly source: ExportSource;
  readonly format: ExportFormat;
  readonly name: string;
  readonly target: ExportTarget;
  readonly startProgress?: (total: number) => Progress;
  /** For tests. */
  readonly limits?: { readonly maxItems: number; readonly maxSize: number };
}

/** Throws a `UserError` where the engine, or what answers in its place, does not do what was asked. */
export async function upload({
  source,
  format,
  name,
  target,
  startProgress,
  limits,
}: UploadOptions): Promise<UploadReport> {
  const { count, index } = identify(source, format, name);
  if (count === 0) throw new InputError("There is nothing to export, so the index stays as it is.");
  const isLive = async () => (await target.findLive()) === index;
  const sent = (await isLive()) ? 0 : await fill(index, count);
  // What an earlier run asked for last may have been done only now.
  if (!(await isLive())) await target.publish(index);
  if (!(await isLive())) {
    throw new EngineError(
      `Searches of '${name}' do not reach the index '${index}', so nothing is removed. Run the export again, and no other at the same time.`,
    );
  }
  return { index, documents: count, sent, removed: await target.removeOthers(index) };

  async function fill(index: string, count: number): Promise<number> {
    const there = await target.prepare(index);
    const batches = toBatches(source.records, format, limits);
    const progress = startProgress?.(count);
    let [passed, sent] = [0, 0];
    try {
      for (const batch of batches) {
        passed += batch.count;
        if (passed > there) {
          await target.add(index, batch);
          sent += batch.count;
        }
        for (let step = 0; step < batch.count; step += 1) progress?.step();
      }
    } finally {
      progress?.stop();
    }
    const stored = await target.count(index);
    if (stored !== count) {
      throw new InputError(
        `The index '${index}' has ${counted(stored, "document")} of ${count}, so searches stay where they are. Try again; if that does not help, delete the index.`,
      );
    }
    return sent;
  }
}
