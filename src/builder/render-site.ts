/** Prints all files of a compiled site into a folder, on as many processors as there are. */
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import { withCompileCache } from "../lib/compile-cache.ts";
import { MAX_BATCHES, type RenderedFile, type RenderOptions } from "./render-batch.ts";

/** More threads than this wait for the disk and hold the graph once more each. */
const MOST_THREADS = 8;

/**
 * A full collection comes when a heap has grown by so much, in percent. Left
 * to itself V8 lets a small one grow to four times what is in use, and each
 * thread has one. A limit would do the same, and end a build that needs more.
 */
const GROWTH = 25;

/** Of the part of the heap where new things begin, in megabytes: what one page leaves behind is dead before that is full. */
const YOUNG = 64;

/** What the build was called with; a thread reads its settings anew, and it may be after midnight when it does. */
export interface Place {
  readonly contentRoot: string;
  readonly buildDate: string;
  readonly commit: string | undefined;
}

/** Rejects with the first error of any thread, and leaves none running. */
export async function renderSite(
  order: Omit<RenderOptions, "taken">,
  { contentRoot, buildDate, commit }: Place,
): Promise<readonly RenderedFile[]> {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
  const taken = new SharedArrayBuffer(MAX_BATCHES * Int32Array.BYTES_PER_ELEMENT);
  const count = Math.min(availableParallelism(), MOST_THREADS);
  const workers = Array.from(
    { length: count },
    () =>
      new Worker(join(import.meta.dirname, "render-worker.ts"), {
        workerData: { ...order, taken } satisfies RenderOptions,
        env: {
          ...withCompileCache(),
          CURALOG_CONTENT: contentRoot,
          CURALOG_BUILD_DATE: buildDate,
          ...(commit && { CURALOG_COMMIT: commit }),
        },
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
      }),
  );
  try {
    return (await Promise.all(workers.map(answerOf))).flat();
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function answerOf(worker: Worker): Promise<readonly RenderedFile[]> {
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`A printing thread ended early with code ${code}`)));
  });
}
