/** A long list by first letter, with an anchor for each, so that there are places to jump to. */
import { groupBy, sortKey } from "../lib/order.ts";

export interface LetterGroup<T> {
  readonly letter: string;
  /** Id of the group on its page. */
  readonly anchor: string;
  readonly items: readonly T[];
}

const DIGITS = "0–9";

/** Groups named things, in the order they come in; names that begin with no letter stand under `0–9`. */
export function groupByLetter<T extends { readonly name: string }>(things: readonly T[]): LetterGroup<T>[] {
  return [...groupBy(things, ({ name }) => letterOf(name))].map(([letter, items]) => ({
    letter,
    anchor: `letter-${letter === DIGITS ? "digits" : letter}`,
    items,
  }));
}

function letterOf(name: string): string {
  const first = sortKey(name).charAt(0).toUpperCase();
  return /\p{L}/u.test(first) ? first : DIGITS;
}
