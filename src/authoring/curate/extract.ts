/** Extracts the fields of any page in bounded time and memory; never throws. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { PartialDate } from "../../lib/partial-date.ts";
import { toAddress } from "./clean-fields.ts";

const MEMORY_MB = 512;
/** Honest pages take half a second. */
const DEADLINE = 10_000;
/** To load the rules, once for each process, on a busy machine. */
const START_DEADLINE = 60_000;

export interface Sourced<T> {
  readonly value: T;
  /** Where it was read: `JSON-LD headline`, `meta og:title`, `address`. */
  readonly source: string;
}

export interface PageFields {
  /** Cleaned; the page's own address for itself where that can be believed. */
  readonly url: Sourced<string>;
  readonly title?: Sourced<string> | undefined;
  readonly authors?: Sourced<readonly string[]> | undefined;
  /** At the precision known, and as the page states it. */
  readonly published?: (Sourced<PartialDate> & { readonly stated: string }) | undefined;
  readonly description?: Sourced<string> | undefined;
  readonly image?: Sourced<string> | undefined;
  readonly publisher?: Sourced<string> | undefined;
  /** Two or three letters. */
  readonly language?: Sourced<string> | undefined;
}

export interface Extraction {
  readonly fields: PageFields;
  /** Visible text of the story, without navigation and other boilerplate. */
  readonly text: string;
  /** Why nothing or not everything was read. */
  readonly problem?: string | undefined;
}

export interface PageToRead {
  readonly html: string;
  readonly url: string;
  /** YYYY-MM-DD. */
  readonly today: string;
}

export interface Extractor {
  /** Pages are read one at a time, in the order in which they were handed over. */
  extract(page: PageToRead): Promise<Extraction>;
  close(): Promise<void>;
}

/**
 * A process that reads pages. Third-party rules match patterns against third-party text, so a page can be crafted to
 * take for ever or to use up all memory: after the deadline the process is stopped, and the next page gets a new one. A
 * thread would not do: one that reaches its memory limit can end the whole process
 * (https://github.com/nodejs/node/issues/47224).
 */
export function createExtractor({ deadline = DEADLINE }: { readonly deadline?: number } = {}): Extractor {
  let reader: ChildProcess | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const stop = async () => {
    const old = reader;
    reader = undefined;
    if (old && old.exitCode === null && old.signalCode === null && old.kill("SIGKILL")) await once(old, "exit");
  };
  const read = async (page: PageToRead): Promise<Extraction> => {
    try {
      if (!reader) {
        reader = fork(new URL("./extract-process.ts", import.meta.url), {
          execArgv: [`--max-old-space-size=${MEMORY_MB}`],
          // A process that is out of memory prints its stack.
          stdio: ["ignore", "ignore", "ignore", "ipc"],
          serialization: "advanced",
        });
        await answerOf(reader, START_DEADLINE);
      }
      const answer = answerOf(reader, deadline);
      reader.send(page);
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

/** The next message of a process; rejects when it ends, fails or takes longer than `deadline` milliseconds. */
async function answerOf(reader: ChildProcess, deadline: number): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const timer = setTimeout(() => reject(new Error(`it took longer than ${deadline / 1000} seconds`)), deadline);
  // V8 aborts when it is out of memory.
  const onExit = (_code: number | null, signal: string | null) =>
    reject(new Error(signal === "SIGABRT" ? `it took more than ${MEMORY_MB} MB of memory` : "the reader ended"));
  reader.once("message", resolve).once("error", reject).once("exit", onExit);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    reader.off("message", resolve).off("error", reject).off("exit", onExit);
  }
}
