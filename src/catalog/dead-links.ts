import { daysBetween } from "../lib/partial-date.ts";

const CHECKS = 3;
const DAYS = 7;

/** A link counts as dead after three such checks over seven days or more, since a site may be down for a night. An answer that is doubtful or unclear is no such check. */
export function isDead(deadOn: readonly string[] = []): boolean {
  const [first = "", last = ""] = [deadOn[0], deadOn.at(-1)];
  return deadOn.length >= CHECKS && daysBetween(first, last) >= DAYS;
}
