/** Numbers that look drawn by chance and are the same for the same seed, on every machine. */
import { lowerBound } from "../src/lib/lower-bound.ts";

/** The next number, from 0 to 1 without 1. */
export type Random = () => number;

/** Mulberry32: 32 bits of state, enough for a corpus, and nothing to install. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from `low` to `high`, both included. */
export function between(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

/** One of the items, each as likely. */
export function pick<T>(random: Random, items: readonly T[]): T {
  const picked = items[Math.floor(random() * items.length)];
  if (picked === undefined) throw new Error("There is nothing to pick from");
  return picked;
}

/** The items in another order, each order as likely. */
export function shuffle<T>(random: Random, items: readonly T[]): T[] {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = between(random, 0, last);
    const moved = shuffled[last] as T;
    shuffled[last] = shuffled[other] as T;
    shuffled[other] = moved;
  }
  return shuffled;
}

/** Draws items as often as their weights say. */
export function drawer<T>(random: Random, items: readonly T[], weightOf: (item: T, rank: number) => number): () => T {
  let sum = 0;
  const sums = items.map((item, rank) => {
    sum += weightOf(item, rank);
    return sum;
  });
  return () => {
    const wanted = random() * sum;
    return items[lowerBound(sums.length - 1, (index) => (sums[index] ?? 0) <= wanted)] as T;
  };
}

/** Weights by rank as in a language or a market: the second half as often as the first, the first few less steeply. */
export function zipf(_item: unknown, rank: number): number {
  return 1 / (rank + 3);
}
