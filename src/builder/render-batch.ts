/** Renders the share of the site that falls to one thread; threads claim batches from a shared counter. */
import type { Batch, CompiledSite, RenderTask, RenderTaskList, SiteSettings } from "./render/render-task.ts";
import { readRecord, type SiteRecord } from "./site-record.ts";
import { createSiteWriter, type SiteWriter } from "./site-writer.ts";

/** Sent to each thread. */
export interface RenderOptions extends SiteSettings {
  /** The module of the compiled site. */
  readonly entry: string;
  /** Folder of the next site. */
  readonly next: string;
  /** Folder of the last one. */
  readonly last: string;
  /** Record of the last site; undefined when nothing is reused. */
  readonly record: string | undefined;
  /** For each batch, the number of files that threads have claimed. */
  readonly taken: SharedArrayBuffer;
}

/** A file that was rendered or reused. */
export interface RenderedFile {
  readonly file: string;
  readonly route: string;
  readonly key: string;
  readonly digest: string;
  readonly size: number;
  readonly time: number;
  readonly inode: number;
}

/** Files that a thread claims at once. */
const SLICE = 32;
/** Size of the shared counter. */
export const MAX_BATCHES = 256;

export async function renderBatch(options: RenderOptions): Promise<readonly RenderedFile[]> {
  const record = options.record === undefined ? undefined : readRecord(options.record);
  const writer = createSiteWriter(options.next, options.last);
  const site: CompiledSite = await import(options.entry);
  const taken = new Int32Array(options.taken);
  const done: RenderedFile[] = [];
  for (const [index, batch] of (await site.listBatches(options)).entries()) {
    const take = (count: number) => Atomics.add(taken, index, count);
    for await (const task of takeTasks(batch, take)) done.push(await renderFile(task, writer, record, options.code));
  }
  return done;
}

/** `take` claims the next files for this thread and returns the index of the first. */
async function* takeTasks(
  { singleThreaded, list }: Batch,
  take: (count: number) => number,
): AsyncGenerator<RenderTask> {
  if (singleThreaded) {
    if (take(1) === 0) yield* eachOf(await list());
    return;
  }
  const tasks = await list();
  for (let from = take(SLICE); from < tasks.length; from = take(SLICE)) yield* eachOf(tasks, from, from + SLICE);
}

function* eachOf({ length, at }: RenderTaskList, from = 0, to = length): Generator<RenderTask> {
  for (let index = from; index < Math.min(to, length); index += 1) yield at(index);
}

async function renderFile(
  { file, route, getKey, render }: RenderTask,
  writer: SiteWriter,
  record: SiteRecord | undefined,
  code: string,
): Promise<RenderedFile> {
  const key = getKey() ?? "";
  const known = record?.files.get(file);
  if (known && key !== "" && known.key === key && record?.code === code && writer.reuse(file, known))
    return { ...known, file, route, key };
  const bytes = await render();
  const written =
    bytes instanceof Uint8Array ? writer.write(file, bytes, known) : writer.writeStream(file, bytes, known);
  return { file, route, key, ...(await written) };
}
