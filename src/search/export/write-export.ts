/** Writes an export as files, for whoever sends it to an engine by other means. */
import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { writeFileAtomically } from "../../lib/write-file-atomically.ts";
import { type ExportFormat, type ExportSource, identify, toBatches } from "./export-format.ts";

export interface WrittenExport {
  /** The name that the index should have; it says what is in it. */
  readonly index: string;
  readonly documents: number;
  readonly bytes: number;
  readonly files: readonly string[];
}

/** Files of documents are numbered; those of an earlier, larger export are removed. */
export async function writeExport(
  folder: string,
  source: ExportSource,
  format: ExportFormat,
  name: string,
): Promise<WrittenExport> {
  await mkdir(folder, { recursive: true });
  const { index } = identify(source, format, name);
  const files: string[] = [];
  let [documents, bytes, batches] = [0, 0, 0];
  const write = async (file: string, text: string) => {
    await writeFileAtomically(join(folder, file), text);
    files.push(file);
    bytes += Buffer.byteLength(text);
  };
  for (const [file, settings] of Object.entries(format.toSettings(source.synonyms, index)))
    await write(file, `${JSON.stringify(settings, null, 2)}\n`);
  for (const { count, text } of toBatches(source.records, format)) {
    documents += count;
    batches += 1;
    await write(`documents-${String(batches).padStart(5, "0")}.${format.ending}`, text);
  }
  const stale = (await readdir(folder)).filter((file) => /^documents-\d{5}\.\w+$/.test(file) && !files.includes(file));
  for (const file of stale) await rm(join(folder, file));
  return { index, documents, bytes, files };
}
