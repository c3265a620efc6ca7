/** Checks one link, no more often than its host allows; `doubtful` or `unclear` wherever the result is not certain. */
import { afterFailure, type RateLimits } from "../../http/rate-limits.ts";
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

const DEAD: readonly number[] = [404, 410];
/** Success by its number, and mostly a page that tells browsers to wait. */
const ACCEPTED = 202;

/** Always with GET: many servers answer HEAD wrongly, and only the page tells whether it is the one that was asked for. */
export async function checkLink(url: string, request: RequestLink, rateLimits: RateLimits): Promise<CheckedLink> {
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
    const retryAfter = response.kind === "status" ? response.retryAfter : undefined;
    const next = afterFailure(attempt, { status, retryAfter }, rateLimits);
    if (typeof next !== "number") {
      const isDead = status !== undefined && DEAD.includes(status);
      return checked(isDead ? "dead" : "unclear", next === "leave");
    }
    await rateLimits.sleep(next);
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
