/**
 * The wait that a `Retry-After` header asks for, in milliseconds. A date is compared with the `Date` header of the
 * same response, the clock that the server means; without one, or where it is no date, the wait is infinite.
 */
export function readRetryAfter(retryAfter: string | undefined, date = ""): number | undefined {
  if (retryAfter === undefined) return undefined;
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter) * 1000;
  const wait = Date.parse(retryAfter) - Date.parse(date);
  return Number.isNaN(wait) ? Number.POSITIVE_INFINITY : Math.max(0, wait);
}
