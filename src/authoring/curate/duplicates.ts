/** Finds a story that the catalog has already, by its address, or by its title and date. */
import { distance } from "fastest-levenshtein";
import { urlKey } from "../../lib/clean-url.ts";
import { fold } from "../../lib/fold.ts";
import { daysBetween, startOf } from "../../lib/partial-date.ts";

/** A story as far as two can be compared. */
export interface Story {
  readonly file: string;
  /** Cleaned. */
  readonly url: string;
  readonly title: string;
  /** Partial, or undefined when it is not known. */
  readonly published: string | undefined;
}

export interface Duplicate {
  readonly of: Story;
  /** The same address is the same story; a title like it may still be another. */
  readonly kind: "address" | "title";
  readonly reason: string;
}

/** Stories of one event with the same headline come within weeks; a yearly report keeps its title and is another story. */
const DAYS = 30;
const LEAST_OVERLAP = 0.85;
const MOST_EDITS = 0.08;
/** Shorter titles are similar by chance: `October updates`. */
const SHORT_TITLE = 20;

export function findDuplicate(story: Omit<Story, "file">, known: Iterable<Story>): Duplicate | undefined {
  const key = urlKey(story.url);
  const title = fold(story.title);
  let similar: Duplicate | undefined;
  for (const other of known) {
    if (urlKey(other.url) === key) return { of: other, kind: "address", reason: "it has the same address" };
    if (similar || !isNear(story.published, other.published)) continue;
    const otherTitle = fold(other.title);
    if (isAlike(title, otherTitle)) {
      const same = title === otherTitle ? "the same title" : "nearly the same title";
      similar = { of: other, kind: "title", reason: `it has ${same}, ‘${other.title}’` };
    }
  }
  return similar;
}

/** A month or a year means any of its days; an unknown date is near to any. */
function isNear(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return true;
  return daysBetween(endOf(b), startOf(a)) <= DAYS && daysBetween(endOf(a), startOf(b)) <= DAYS;
}

/** The last day of the period known. */
function endOf(date: string): string {
  const [year = 0, month = 12, day] = date.split("-").map(Number);
  return day === undefined ? new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) : date;
}

/** Folded titles that differ by a word, by its form or by order. A number that differs makes another story: `part 2`. */
function isAlike(a: string, b: string): boolean {
  if (a === b) return a.length > 0;
  if (Math.min(a.length, b.length) < SHORT_TITLE || numbersIn(a) !== numbersIn(b)) return false;
  return overlap(a, b) >= LEAST_OVERLAP || distance(a, b) <= Math.max(a.length, b.length) * MOST_EDITS;
}

function numbersIn(text: string): string {
  return (text.match(/\d+/g) ?? []).sort().join(" ");
}

/** The share of the words of both that both have. */
function overlap(a: string, b: string): number {
  const [left, right] = [new Set(a.split(" ")), new Set(b.split(" "))];
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared / (left.size + right.size - shared);
}
