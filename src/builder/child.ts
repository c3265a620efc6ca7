/** A part of a build in a process of its own, asked and answered in turn; what it takes of memory is free when it ends, and it ends with the build. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { BuildError } from "./site-folder.ts";

export interface Child {
  /** Throws a `BuildError` when the process ends before it answers; what it has to say it says itself. */
  readonly ask: <Answer>(question: unknown) => Promise<Answer>;
  /** To be called in any case; resolves when the process has ended. */
  readonly close: () => Promise<void>;
}

/** `script` stands beside this file; `task` is what failed when it does: `The content could not be read`. */
export function startChild(script: string, task: string): Child {
  const child = fork(join(import.meta.dirname, script), { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const ended = once(child, "exit").then(() => undefined);
  return {
    async ask<Answer>(question: unknown) {
      child.send(question as object);
      const answer = await Promise.race([once(child, "message"), ended]);
      if (answer !== undefined) return answer[0] as Answer;
      throw new BuildError(`${task}; why stands above.`);
    },
    async close() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

/** For the script: the next question. */
export function receive<Question>(): Promise<Question> {
  return new Promise((resolve) => process.once("message", (message) => resolve(message as Question)));
}

/** For the script: the answer to it. */
export function send(answer: object): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(answer, undefined, undefined, (error) => (error ? reject(error) : resolve()));
  });
}

/** For the script, before anything else: without the build nobody waits for an answer. */
export function endWithBuild(): void {
  process.once("disconnect", () => process.exit());
}
