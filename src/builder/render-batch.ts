/** The part of the site that one thread prints; which part, the threads agree on file by file. */
import type { Batch, CompiledSite, RenderTask, RenderTaskList, SiteSettings } from "./render/render-task.ts";
import { hasPolicy, policyOfFile } from "./site-policy.ts";
import { readRecord, type SiteRecord } from "./site-record.ts";
import { createTree, type SiteTree } from "./site-tree.ts";

/** What a thread is started with: plain data. */
export interface RenderOptions extends SiteSettings {
  /** The module of the compiled site. */
  readonly entry: string;
  /** Folder of the next site. */
  readonly next: string;
  /** Folder of the last one. */
  readonly last: string;
  /** File of the record of the last site; undefined when nothing of it is to be kept. */
  readonly record: string | undefined;
  /** One number for each job, shared by all threads: how many of its files are taken. */
  readonly taken: SharedArrayBuffer;
}

/** One file that was printed or kept. */
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

/** So many files are taken at once. */
const SLICE = 32;
/** So many jobs there may be. */
export const MAX_BATCHES = 256;

export async function renderBatch(order: RenderOptions): Promise<readonly RenderedFile[]> {
  const record = order.record === undefined ? undefined : readRecord(order.record);
  const tree = createTree(order.next, order.last);
  const site: CompiledSite = await import(order.entry);
  const taken = new Int32Array(order.taken);
  const done: RenderedFile[] = [];
  for (const [index, batch] of (await site.listBatches(order)).entries()) {
    const take = (count: number) => Atomics.add(taken, index, count);
    for await (const print of takeShare(batch, take)) done.push(await toFile(print, tree, record, order.code));
  }
  return done;
}

/** `take` counts up for all threads, and tells from where. */
async function* takeShare({ isWhole, list }: Batch, take: (count: number) => number): AsyncGenerator<RenderTask> {
  if (isWhole) {
    if (take(1) === 0) yield* eachOf(await list());
    return;
  }
  const tasks = await list();
  for (let from = take(SLICE); from < tasks.length; from = take(SLICE)) yield* eachOf(tasks, from, from + SLICE);
}

function* eachOf({ length, at }: RenderTaskList, from = 0, to = length): Generator<RenderTask> {
  for (let index = from; index < Math.min(to, length); index += 1) yield at(index);
}

async function toFile(
  { file, route, key: tellKey, print }: RenderTask,
  tree: SiteTree,
  record: SiteRecord | undefined,
  code: string,
): Promise<RenderedFile> {
  const key = tellKey() ?? "";
  const known = record?.files.get(file);
  const knownPolicy = known && record?.policies[known.policy];
  if (known && key !== "" && known.key === key && record?.code === code && tree.keep(file, known))
    return { ...known, file, route, key, policy: knownPolicy };
  const bytes = await print();
  if (!(bytes instanceof Uint8Array))
    return { file, route, key, ...(await tree.putStream(file, bytes, known)), policy: undefined };
  const policy = hasPolicy(file) ? readPolicy(file, bytes) : undefined;
  return { file, route, key, ...tree.put(file, bytes, known), policy };
}

const policies = new Map<string, string>();

/** Most pages have one of a few policies, word for word: each is read once. */
function readPolicy(file: string, bytes: Uint8Array): string {
  const page = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const head = page.toString("latin1", 0, page.indexOf("</head>"));
  const [element] = /<meta http-equiv="content-security-policy"[^>]*>/.exec(head) ?? [];
  if (element === undefined) return policyOfFile(file, bytes);
  const policy = policies.get(element) ?? policyOfFile(file, bytes);
  policies.set(element, policy);
  return policy;
}
