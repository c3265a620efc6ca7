import { sortKey } from "../lib/order.ts";

const DIGITS = "0–9";

/** A long list by first letter, so that there are places to jump to; names that begin with no letter are under `0–9`. */
export function groupByLetter<T extends { readonly name: string }>(things: readonly T[]) {
  return [...Map.groupBy(things, ({ name }) => letterOf(name))].map(([letter, items]) => ({
    letter,
    /** Id of the group on its page. */
    anchor: `letter-${letter === DIGITS ? "digits" : letter}`,
    items,
  }));
}

function letterOf(name: string): string {
  const first = sortKey(name).charAt(0).toUpperCase();
  return /\p{L}/u.test(first) ? first : DIGITS;
}
