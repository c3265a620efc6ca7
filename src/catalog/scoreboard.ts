/**
 * Entries that share things with one entry, those with the highest scores
 * first. Scores are in one array for all entries, so that scoring every entry
 * of a large catalog makes hardly any garbage.
 */

export interface Scoreboard<T> {
  /** Adds the weight to each of these entries; a list that comes again must be the same object, since its positions are cached. */
  readonly add: (entries: readonly T[], weight: number) => void;
  /**
   * The wanted entries with the highest scores, ties in the order of the board;
   * afterwards every score is back at zero. `bonus` is added to a score, and is
   * called for more entries than `isWanted`.
   */
  readonly take: (limit: number, isWanted: (entry: T) => boolean, bonus?: (entry: T) => number) => T[];
}

/** `entries` are all that can be scored, in the order in which ties are resolved. Only the first `depth` entries of a list are scored. */
export function createScoreboard<T extends object>(entries: readonly T[], depth: number): Scoreboard<T> {
  const positions = new Map(entries.map((entry, position) => [entry, position]));
  const scores = new Float64Array(entries.length);
  const known = new WeakMap<readonly T[], Uint32Array>();
  let touched: number[] = [];

  const positionsOf = (list: readonly T[]): Uint32Array => {
    const found = known.get(list) ?? Uint32Array.from(list.slice(0, depth), (entry) => positions.get(entry) ?? 0);
    known.set(list, found);
    return found;
  };
  return {
    add(list, weight) {
      for (const position of positionsOf(list)) {
        const score = scores[position] ?? 0;
        if (score === 0) touched.push(position);
        scores[position] = score + weight;
      }
    },
    take(limit, isWanted, bonus = () => 0) {
      const best: { readonly position: number; readonly score: number; readonly entry: T }[] = [];
      for (const position of touched) {
        const entry = entries[position] as T;
        const score = (scores[position] ?? 0) + bonus(entry);
        scores[position] = 0;
        const isAfter = (other: { readonly position: number; readonly score: number }) =>
          score > other.score || (score === other.score && position < other.position);
        const last = best[limit - 1];
        if (limit === 0 || (last && !isAfter(last)) || !isWanted(entry)) continue;
        const before = best.findIndex(isAfter);
        best.splice(before < 0 ? best.length : before, 0, { position, score, entry });
        if (best.length > limit) best.pop();
      }
      touched = [];
      return best.map(({ entry }) => entry);
    },
  };
}
