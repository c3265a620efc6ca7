/** Whether a link still leads somewhere; 'unclear' wherever that is not certain, and never more insistent than the host likes. */
import { readRetryAfter } from "../../http/retry-after.ts";
import type { LinkResult } from "../../schemas/link-facts.ts";
import type { Answer, RequestLink } from "./request-link.ts";

export interface Verdict {
  readonly result: LinkResult;
  /** What was answered: `status 404`. */
  readonly detail: string;
  /** True when the host asked to be left alone for longer than this run lasts. */
  readonly isHostBusy: boolean;
  /** True when a server answered, whatever it said. */
  readonly isAnswered: boolean;
}

export interface RateLimits {
  readonly sleep: (ms: number) => Promise<void>;
  /** Between two requests to one host. */
  readonly pauseMs: number;
  /** Before the second attempt; doubled before each further one. */
  readonly backoffMs: number;
  readonly attempts: number;
  /** A host that asks for more patience is left for another day. */
  readonly maxWaitMs: number;
}

export const rateLimits: Omit<RateLimits, "sleep"> = {
  pauseMs: 1000,
  backoffMs: 2000,
  attempts: 3,
  maxWaitMs: 60_000,
};

const GONE: readonly number[] = [404, 410];

/** HEAD first; GET once HEAD was refused or came to nothing, since many servers answer only what browsers send. */
export async function checkLink(url: string, ask: RequestLink, rateLimits: RateLimits): Promise<Verdict> {
  const { sleep, pauseMs, backoffMs, attempts, maxWaitMs } = rateLimits;
  let isAnswered = false;
  let method: "HEAD" | "GET" = "HEAD";
  for (let attempt = 1; ; attempt += 1) {
    const answer: Answer = await ask(url, method);
    isAnswered ||= answer.kind === "status";
    const verdict = (result: LinkResult, isHostBusy = false): Verdict => ({
      result,
      detail: describe(answer),
      isHostBusy,
      isAnswered,
    });
    if (answer.kind === "no-host") return verdict("gone");
    if (answer.kind === "status" && answer.status < 400) return verdict("there");

    const isTransient = answer.kind === "no-answer" || answer.status === 429 || answer.status >= 500;
    const wasHead = method === "HEAD";
    method = "GET";
    if (isTransient) {
      // A date is infinitely far away without a clock: whoever sends one means minutes at least.
      const asked = answer.kind === "status" ? readRetryAfter(answer.retryAfter) : undefined;
      const wait = asked ?? backoffMs * 2 ** (attempt - 1);
      if (asked !== undefined && asked > maxWaitMs) return verdict("unclear", true);
      if (attempt >= attempts) return verdict("unclear", answer.kind === "status" && answer.status === 429);
      await sleep(Math.max(wait, pauseMs));
    } else if (wasHead) {
      attempt -= 1;
      await sleep(pauseMs);
    } else return verdict(answer.kind === "status" && GONE.includes(answer.status) ? "gone" : "unclear");
  }
}

function describe(answer: Answer): string {
  switch (answer.kind) {
    case "status":
      return `status ${answer.status}`;
    case "no-host":
      return "the host has no address";
    case "no-answer":
      return `no answer: ${answer.why}`;
  }
}
