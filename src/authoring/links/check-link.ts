/** Checks one link, no more often than its host allows; `doubtful` or `unclear` wherever the result is not certain. */
import { readRetryAfter } from "../../http/retry-after.ts";
import type { LinkResult } from "../../schemas/link-facts.ts";
import { assessAnswer } from "./assess-answer.ts";
import type { LinkResponse, RequestLink } from "./request-link.ts";

export interface CheckedLink {
  readonly result: LinkResult;
  /** What the server answered: `status 404`, `status 200, but redirects to the home page …`. */
  readonly detail: string;
  /** True when the host wants no further request for longer than this run lasts. */
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
  /** A host whose `Retry-After` is longer is left for another run. */
  readonly maxWaitMs: number;
}

export const rateLimits: Omit<RateLimits, "sleep"> = {
  pauseMs: 1000,
  backoffMs: 2000,
  attempts: 3,
  maxWaitMs: 60_000,
};

const DEAD: readonly number[] = [404, 410];
/** Success by its number, and mostly a page that tells browsers to wait. */
const ACCEPTED = 202;

/** Always with GET: many servers answer HEAD wrongly, and only the page tells whether it is the one that was asked for. */
export async function checkLink(url: string, request: RequestLink, rateLimits: RateLimits): Promise<CheckedLink> {
  const { sleep, pauseMs, backoffMs, attempts, maxWaitMs } = rateLimits;
  let isAnswered = false;
  for (let attempt = 1; ; attempt += 1) {
    const response: LinkResponse = await request(url);
    const status = response.kind === "status" ? response.status : undefined;
    isAnswered ||= status !== undefined;
    const checked = (result: LinkResult, isHostBusy = false): CheckedLink => ({
      result,
      detail: describe(response),
      isHostBusy,
      isAnswered,
    });
    if (response.kind === "no-host") return checked("dead");
    if (status === ACCEPTED) return checked("unclear");
    if (status !== undefined && status < 400) {
      const answer = response.kind === "status" ? response.answer : undefined;
      const { result, why } = answer ? assessAnswer(url, answer) : { result: "alive" as const };
      return { ...checked(result), ...(why && { detail: `${describe(response)}, but ${why}` }) };
    }
    if (status === undefined || status === 429 || status >= 500) {
      const wait = response.kind === "status" ? readRetryAfter(response.retryAfter) : undefined;
      if (wait !== undefined && wait > maxWaitMs) return checked("unclear", true);
      if (attempt >= attempts) return checked("unclear", status === 429);
      await sleep(Math.max(wait ?? backoffMs * 2 ** (attempt - 1), pauseMs));
    } else return checked(DEAD.includes(status) ? "dead" : "unclear");
  }
}

function describe(response: LinkResponse): string {
  switch (response.kind) {
    case "status":
      return `status ${response.status}`;
    case "no-host":
      return "the host has no address";
    case "no-answer":
      return `no answer: ${response.reason}`;
  }
}
