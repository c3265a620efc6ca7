/** Works on many addresses, one at a time for each host and a few hosts at once. */
import { hostOf } from "../../lib/clean-url.ts";

export interface HostOptions {
  /** How many hosts at once. */
  readonly hosts: number;
  readonly pauseMs: number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Calls `work` for each item; after `leave` the rest of that host is skipped.
 * After an error the other workers go on, and then it is thrown. Hosts with
 * the most items begin, since they take longest.
 */
export async function forEachByHost<T extends { readonly url: string }>(
  items: readonly T[],
  work: (item: T) => Promise<"next" | "leave">,
  { hosts, pauseMs, sleep, signal }: HostOptions,
): Promise<void> {
  const queues = [...Map.groupBy(items, ({ url }) => hostOf(url)).values()].sort((a, b) => b.length - a.length);
  const takeHosts = async () => {
    for (let queue = queues.shift(); queue; queue = queues.shift()) {
      for (const [index, item] of queue.entries()) {
        if (signal?.aborted) return;
        if (index > 0) await sleep(pauseMs);
        if ((await work(item)) === "leave") break;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: hosts }, takeHosts));
  for (const end of ends) if (end.status === "rejected") throw end.reason;
}
