/** Threads that render beside this one, for sites that are large enough to pay for starting them. */
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { RenderedFile, RenderTask } from "./render-site.ts";
import type { SiteInputs } from "./site-entry.ts";

/** Everything can be sent to a thread. */
export interface ThreadInputs extends Omit<SiteInputs, "cache"> {
  /** Address of the module that exports a `SiteEntry`. */
  readonly entry: string;
  readonly cacheFolder: string;
  /** Folders of the next site and of the last one. */
  readonly next: string;
  readonly last: string;
}

/** Renders some tasks, in this thread or in another. */
export type RenderSlice = (tasks: readonly RenderTask[]) => Promise<readonly RenderedFile[]>;

/** More threads than this only wait for the disk, and each has its own copy of the content. */
const MAX_THREADS = 8;
/** Tasks that a thread takes at once. */
const SLICE = 32;

/** Shares the tasks between this thread and others; rejects with the first error of any. */
export async function renderWithThreads(
  tasks: readonly RenderTask[],
  renderHere: RenderSlice,
  inputs: ThreadInputs,
): Promise<readonly RenderedFile[]> {
  const count = Math.min(availableParallelism(), MAX_THREADS) - 1;
  const workers = Array.from({ length: count }, () => startThread(inputs));
  const slices = toSlices(tasks);
  const rendered: RenderedFile[] = [];
  const takeSlices = async (render: RenderSlice) => {
    for (const slice of slices) rendered.push(...(await render(slice)));
  };
  const work = [takeSlices(renderHere), ...workers.map((worker) => takeSlices(toRenderSlice(worker)))];
  try {
    await Promise.all(work);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
    // After an error this thread still writes the slice that it took.
    await Promise.allSettled(work);
  }
  return rendered;
}

function* toSlices(tasks: readonly RenderTask[]): Generator<readonly RenderTask[]> {
  for (let from = 0; from < tasks.length; from += SLICE) yield tasks.slice(from, from + SLICE);
}

function startThread(inputs: ThreadInputs): Worker {
  return new Worker(join(import.meta.dirname, "render-thread.ts"), { workerData: inputs });
}

/** A thread that fails or ends rejects what it was asked for. */
function toRenderSlice(worker: Worker): RenderSlice {
  return async (tasks) => {
    const end = new AbortController();
    worker.postMessage(tasks);
    try {
      const [message] = await Promise.race([
        once(worker, "message", { signal: end.signal }),
        once(worker, "exit", { signal: end.signal }).then(([code]) => {
          throw new Error(`A rendering thread ended early with code ${code}`);
        }),
      ]);
      return message;
    } finally {
      end.abort();
    }
  };
}
