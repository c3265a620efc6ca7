/** Renders all files of a compiled site into a folder, with one thread for each processor. */
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import { withCompileCache } from "../lib/compile-cache.ts";
import { MAX_BATCHES, type RenderedFile, type RenderOptions } from "./render-batch.ts";

/** More threads than this only wait for the disk, and each holds a copy of the graph. */
const MAX_THREADS = 8;

/**
 * Percent by which a heap grows before a full collection. By default V8 lets
 * a small heap grow to four times what is in use, and every thread has one. A
 * heap limit would also help, but would end a build that needs more.
 */
const HEAP_GROWTH = 25;

/** Megabytes; the garbage of one page dies before the young generation is full. */
const YOUNG_GENERATION = 64;

/** Settings of the build, passed on because each thread reads its settings again, possibly after midnight. */
export interface RenderEnvironment {
  readonly contentRoot: string;
  readonly buildDate: string;
  readonly commit: string | undefined;
}

/** Rejects with the first error of a thread, and stops the others. */
export async function renderSite(
  options: Omit<RenderOptions, "taken">,
  { contentRoot, buildDate, commit }: RenderEnvironment,
): Promise<readonly RenderedFile[]> {
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH}`);
  const taken = new SharedArrayBuffer(MAX_BATCHES * Int32Array.BYTES_PER_ELEMENT);
  const count = Math.min(availableParallelism(), MAX_THREADS);
  const workers = Array.from(
    { length: count },
    () =>
      new Worker(join(import.meta.dirname, "render-worker.ts"), {
        workerData: { ...options, taken } satisfies RenderOptions,
        env: {
          ...withCompileCache(),
          CURALOG_CONTENT: contentRoot,
          CURALOG_BUILD_DATE: buildDate,
          ...(commit && { CURALOG_COMMIT: commit }),
        },
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION },
      }),
  );
  try {
    return (await Promise.all(workers.map(resultOf))).flat();
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function resultOf(worker: Worker): Promise<readonly RenderedFile[]> {
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`A rendering thread ended early with code ${code}`)));
  });
}
