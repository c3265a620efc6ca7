/** Renders the share of the site that falls to one thread; threads claim batches from a shared counter. */
import type { Batch, CompiledSite, RenderTask, RenderTaskList, SiteSettings } from "./render/render-task.ts";
import { hasPolicy, policyOfFile } from "./site-policy.ts";
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
  readonly policy: string | undefined;
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
  const knownPolicy = known && record?.policies[known.policy];
  if (known && key !== "" && known.key === key && record?.code === code && writer.reuse(file, known))
    return { ...known, file, route, key, policy: knownPolicy };
  const bytes = await render();
  if (!(bytes instanceof Uint8Array))
    return { file, route, key, ...(await writer.writeStream(file, bytes, known)), policy: undefined };
  const policy = hasPolicy(file) ? readPolicy(file, bytes) : undefined;
  return { file, route, key, ...writer.write(file, bytes, known), policy };
}

const policies = new Map<string, string>();

/** Most pages share a few policies, so each distinct one is parsed once. */
function readPolicy(file: string, bytes: Uint8Array): string {
  const page = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const head = page.toString("latin1", 0, page.indexOf("</head>"));
  const [element] = /<meta http-equiv="content-security-policy"[^>]*>/.exec(head) ?? [];
  if (element === undefined) return policyOfFile(file, bytes);
  const policy = policies.get(element) ?? policyOfFile(file, bytes);
  policies.set(element, policy);
  return policy;
}
