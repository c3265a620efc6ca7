import { daysBetween } from "../lib/partial-date.ts";

const CHECKS = 3;
const DAYS = 7;

/**
 * A link counts as dead once three checks over seven days or more found it dead, since a site may be down for a night.
 * Checks with a doubtful or unclear answer do not count.
 */
export function isDead(deadOn: readonly string[] = []): boolean {
  const [first = "", last = ""] = [deadOn[0], deadOn.at(-1)];
  return deadOn.length >= CHECKS && daysBetween(first, last) >= DAYS;
}
