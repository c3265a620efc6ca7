/** Promise: the HTML of any page becomes fields with their sources, in bounded time and memory; never throws. */
import { Worker } from "node:worker_threads";
import { toAddress } from "./clean-fields.ts";
import type { PageToRead } from "./extract-worker.ts";
import type { Extraction } from "./extraction.ts";

/** What is read of a page; the metadata stands at its beginning. */
const MAX_CHARACTERS = 2_000_000;
const MEMORY_MB = 512;
/** Honest pages take half a second. */
const DEADLINE = 10_000;
/** To load the rules, once for each thread, on a busy machine. */
const START_DEADLINE = 60_000;

export interface Extractor {
  /** Pages are read one at a time, in the order in which they were handed over. */
  extract(page: PageToRead): Promise<Extraction>;
  close(): Promise<void>;
}

/**
 * A thread that reads pages. Rules of others match patterns against text of
 * others, so a page may be made to take for ever: after the deadline the thread
 * is stopped and the next page gets a new one.
 */
export function openExtractor({ deadline = DEADLINE }: { readonly deadline?: number } = {}): Extractor {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const stop = async () => {
    const old = worker;
    worker = undefined;
    await old?.terminate();
  };
  const read = async (page: PageToRead): Promise<Extraction> => {
    try {
      if (!worker) {
        worker = new Worker(new URL("./extract-worker.ts", import.meta.url), {
          resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
        });
        await answerOf(worker, START_DEADLINE);
      }
      const answer = answerOf(worker, deadline);
      worker.postMessage({ ...page, html: page.html.slice(0, MAX_CHARACTERS) });
      return (await answer) as Extraction;
    } catch (error) {
      await stop();
      return {
        fields: { url: { value: toAddress(page.url, page.url) ?? page.url, source: "address" } },
        text: "",
        problem: `The page could not be read: ${error instanceof Error ? error.message : String(error)}`,
      };
    }
  };
  return {
    extract(page) {
      const result = last.then(() => read(page));
      last = result;
      return result;
    },
    close: stop,
  };
}

/** The next message of a thread; rejects when it ends, fails or takes longer than `deadline` milliseconds. */
async function answerOf(worker: Worker, deadline: number): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const timer = setTimeout(() => reject(new Error(`it took longer than ${deadline / 1000} seconds`)), deadline);
  const onExit = () => reject(new Error("the reader ended"));
  worker.once("message", resolve).once("error", reject).once("exit", onExit);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    worker.off("message", resolve).off("error", reject).off("exit", onExit);
  }
}

/** One page in a thread of its own. */
export async function extractPage(page: PageToRead, options?: { readonly deadline?: number }): Promise<Extraction> {
  const extractor = openExtractor(options);
  try {
    return await extractor.extract(page);
  } finally {
    await extractor.close();
  }
}
