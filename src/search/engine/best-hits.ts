/** The best hits of each kind out of very many, without sorting the others. */
import { lowerBound } from "../../lib/lower-bound.ts";

export interface KindHits {
  /** Its position in `kindKeys`. */
  readonly kind: number;
  /** How many there are. */
  readonly count: number;
  /** The best of them, best first; those with equal scores in ascending order. */
  readonly ids: readonly number[];
}

/**
 * At most `limit` ids of each kind. `ids` must ascend. One pass: nearly all of very many hits are no better than the
 * worst that is kept so far, and are skipped.
 */
export function bestOfKinds(
  ids: readonly number[],
  scores: Float32Array,
  kindOf: (id: number) => number,
  kinds: number,
  limit: number,
): readonly KindHits[] {
  const counts = new Uint32Array(kinds);
  const best = Array.from({ length: kinds }, (): number[] => []);
  for (const id of ids) {
    const kind = kindOf(id);
    counts[kind] = (counts[kind] ?? 0) + 1;
    insert(best[kind] ?? [], id, scores, limit);
  }
  return best.map((hits, kind) => ({ kind, count: counts[kind] ?? 0, ids: hits })).filter(({ count }) => count > 0);
}

/** Puts an id after those that score as much or more, unless that is beyond the limit. */
function insert(best: number[], id: number, scores: Float32Array, limit: number): void {
  const score = scores[id] ?? 0;
  const isFull = best.length === limit;
  if (isFull && score <= (scores[best[limit - 1] ?? 0] ?? 0)) return;
  const at = lowerBound(best.length, (index) => (scores[best[index] ?? 0] ?? 0) >= score);
  if (isFull) best.pop();
  best.splice(at, 0, id);
}
