/** Child processes of a build: one request at a time, and an end when the build ends. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { BuildError } from "./site-folder.ts";

export interface Child {
  /** Throws a `BuildError` when the process ends without an answer; it has printed its own errors. */
  readonly request: <Response>(message: unknown) => Promise<Response>;
  /** Must always be called; resolves when the process has ended. */
  readonly close: () => Promise<void>;
}

/** `script` is a file beside this one; `failure` is the message for an early end: `The content could not be read`. */
export function startChild(script: string, failure: string): Child {
  const child = fork(join(import.meta.dirname, script), { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const ended = once(child, "exit").then(() => undefined);
  return {
    async request<Response>(message: unknown) {
      child.send(message as object);
      const response = await Promise.race([once(child, "message"), ended]);
      if (response !== undefined) return response[0] as Response;
      throw new BuildError(`${failure}; the reason is printed above.`);
    },
    async close() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

/** In the child: the next request. */
export function receive<Request>(): Promise<Request> {
  return new Promise((resolve) => process.once("message", (message) => resolve(message as Request)));
}

/** In the child: the response. */
export function send(response: object): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(response, undefined, undefined, (error) => (error ? reject(error) : resolve()));
  });
}

/** In the child, before anything else. */
export function endWithBuild(): void {
  process.once("disconnect", () => process.exit());
}
