/**
 * The status of a work package is in the words of whoever keeps the system that it comes from, so any may occur. These
 * are usual ones whose meaning is known; case does not count.
 */

/** The story is not to be published, or not yet. */
const withheld: ReadonlySet<string> = new Set([
  "canceled",
  "cancelled",
  "do not publish",
  "draft",
  "on hold",
  "rejected",
  "unpublished",
  "withdrawn",
]);

/** Nothing is left to do. */
const settled: ReadonlySet<string> = new Set(["closed", "done", "published"]);

export function isWithheld(status: string): boolean {
  return withheld.has(toKey(status));
}

export function isSettled(status: string): boolean {
  return settled.has(toKey(status));
}

function toKey(status: string): string {
  return status
    .toLowerCase()
    .replace(/[\s_-]+/g, " ")
    .trim();
}
