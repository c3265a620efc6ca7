/** Entries that share things with one entry, the closest first: scores are added up by place in one list, so that asking for every entry of a large catalog makes hardly any garbage. */

export interface Scoreboard<T> {
  /** Adds the weight to each of these entries; a list that is asked for again and again must be the same object. */
  readonly add: (entries: readonly T[], weight: number) => void;
  /**
   * The wanted entries with the highest scores, ties in the order of the board;
   * afterwards every score is back at zero. `bonus` is added to a score, and
   * asked for many that `isWanted` is never asked about.
   */
  readonly take: (limit: number, isWanted: (entry: T) => boolean, bonus?: (entry: T) => number) => T[];
}

/** `entries` are all that can be scored, in the order in which ties are resolved. Of a list only the first `depth` entries are looked at. */
export function createScoreboard<T extends object>(entries: readonly T[], depth: number): Scoreboard<T> {
  const places = new Map(entries.map((entry, place) => [entry, place]));
  const scores = new Float64Array(entries.length);
  const known = new WeakMap<readonly T[], Uint32Array>();
  let touched: number[] = [];

  const placesOf = (list: readonly T[]): Uint32Array => {
    const found = known.get(list) ?? Uint32Array.from(list.slice(0, depth), (entry) => places.get(entry) ?? 0);
    known.set(list, found);
    return found;
  };
  return {
    add(list, weight) {
      for (const place of placesOf(list)) {
        const score = scores[place] ?? 0;
        if (score === 0) touched.push(place);
        scores[place] = score + weight;
      }
    },
    take(limit, isWanted, bonus = () => 0) {
      const best: { readonly place: number; readonly score: number; readonly entry: T }[] = [];
      for (const place of touched) {
        const entry = entries[place] as T;
        const score = (scores[place] ?? 0) + bonus(entry);
        scores[place] = 0;
        const isAfter = (other: { readonly place: number; readonly score: number }) =>
          score > other.score || (score === other.score && place < other.place);
        const last = best[limit - 1];
        if (limit === 0 || (last && !isAfter(last)) || !isWanted(entry)) continue;
        const before = best.findIndex(isAfter);
        best.splice(before < 0 ? best.length : before, 0, { place, score, entry });
        if (best.length > limit) best.pop();
      }
      touched = [];
      return best.map(({ entry }) => entry);
    },
  };
}
