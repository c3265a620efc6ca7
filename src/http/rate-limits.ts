/** How commands that request many addresses stay polite: one request at a time for each host, pauses, few attempts. */
import { hostOf } from "../lib/clean-url.ts";

export interface RateLimits {
  readonly sleep: (ms: number) => Promise<void>;
  /** Between two requests to one host. */
  readonly pauseMs: number;
  /** Before the second attempt; doubled before each further one. */
  readonly backoffMs: number;
  readonly attempts: number;
  /** A host whose `Retry-After` is longer is left for another run. */
  readonly maxWaitMs: number;
}

export const rateLimits: Omit<RateLimits, "sleep"> = {
  pauseMs: 1000,
  backoffMs: 2000,
  attempts: 3,
  maxWaitMs: 60_000,
};

/** What follows a visit: the next address of the host, or none of them in this run. */
export type Onward = "next" | "leave";

const HOSTS_AT_ONCE = 8;

/**
 * Visits one address at a time for each host, and a few hosts at once; after `leave` the rest of that host is skipped.
 * After an error the other hosts go on, and then it is thrown. Hosts with the most addresses begin, since they take
 * longest.
 */
export async function visitByHost<Item extends { readonly url: string }>(
  items: readonly Item[],
  visit: (item: Item) => Promise<Onward>,
  { pauseMs, sleep }: RateLimits,
  signal: AbortSignal | undefined,
): Promise<void> {
  const queues = [...Map.groupBy(items, ({ url }) => hostOf(url)).values()].sort((a, b) => b.length - a.length);
  const takeHosts = async () => {
    for (let queue = queues.shift(); queue; queue = queues.shift()) {
      for (const [index, item] of queue.entries()) {
        if (signal?.aborted) return;
        if (index > 0) await sleep(pauseMs);
        if ((await visit(item)) === "leave") break;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: HOSTS_AT_ONCE }, takeHosts));
  for (const end of ends) if (end.status === "rejected") throw end.reason;
}

/** The wait before another attempt in milliseconds, or what follows when there is to be none. Without a status nothing answered. */
export function afterFailure(
  attempt: number,
  { status, retryAfter }: { readonly status?: number | undefined; readonly retryAfter?: number | undefined },
  { attempts, backoffMs, pauseMs, maxWaitMs }: Omit<RateLimits, "sleep">,
): number | Onward {
  if (status !== undefined && status !== 429 && status < 500) return "next";
  if (retryAfter !== undefined && retryAfter > maxWaitMs) return "leave";
  if (attempt >= attempts) return status === 429 ? "leave" : "next";
  return Math.max(retryAfter ?? backoffMs * 2 ** (attempt - 1), pauseMs);
}
