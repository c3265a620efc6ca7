/** Promise: the content read and checked, in a process of its own: what that takes of memory is free again when the site is printed, and a thread gives hardly any back. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Alias } from "../../catalog/graph.ts";
import type { IndexingPolicy } from "../../vocab/indexing.ts";
import { BuildError } from "./site-folder.ts";

/** Plain data; folders are absolute. */
export interface CheckOrder {
  readonly contentRoot: string;
  readonly imageRoot: string;
  /** Where what is read is kept, for the threads that print. */
  readonly store: string;
  readonly threads: number;
  readonly buildDate: string;
  readonly indexing: IndexingPolicy;
}

export interface ReadAnswer {
  /** How many there are. */
  readonly files: number;
  /** Stands for the whole content; see `refreshContent`. */
  readonly seal: string;
}

export interface CheckAnswer {
  readonly isFine: boolean;
  /** The last line of the check, or all of it where something is wrong. */
  readonly report: string;
  readonly aliases: readonly Alias[];
}

export interface ContentReader extends ReadAnswer {
  /** Throws the whole report when anything is wrong with the content. */
  readonly check: () => Promise<{ readonly aliases: readonly Alias[]; readonly summary: string }>;
  /** To be called in any case; resolves when the process has ended. */
  readonly close: () => Promise<void>;
}

/** Reads of the content what changed since it was read last. */
export async function readContent(order: CheckOrder): Promise<ContentReader> {
  const child = fork(join(import.meta.dirname, "check-process.ts"), { stdio: ["ignore", "inherit", "pipe", "ipc"] });
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const ended = once(child, "exit").then(() => undefined);
  const ask = async <Answer>(question: unknown): Promise<Answer> => {
    child.send(question as object);
    const answer = await Promise.race([once(child, "message"), ended]);
    if (answer === undefined) throw new Error(`The content could not be read:\n${said}`);
    return answer[0] as Answer;
  };
  const close = () => endOf(child, ended);
  try {
    const read = await ask<ReadAnswer>(order);
    if (read.files === 0) throw new BuildError(`No content files in ${order.contentRoot}`);
    const check = async () => {
      const { isFine, report, aliases } = await ask<CheckAnswer>("check");
      if (!isFine) throw new BuildError(report);
      await ended;
      return { aliases, summary: report };
    };
    return { ...read, check, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function endOf(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.connected) child.disconnect();
  await ended;
}
