/**
 * How many letters must be added, removed, replaced or swapped with their
 * neighbour to turn `a` into `b` (optimal string alignment). Gives up early
 * with `limit + 1` when the answer is beyond `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  const row = lastRow(a, b, limit);
  return Math.min(row?.[b.length] ?? limit + 1, limit + 1);
}

/** The same between `a` and the beginning of `b` that is nearest to it. */
export function editDistanceToPrefix(a: string, b: string, limit: number): number {
  const row = lastRow(a, b.slice(0, a.length + limit), limit);
  return row ? Math.min(...row, limit + 1) : limit + 1;
}

/** Edits from the whole of `a` to each beginning of `b`; undefined when all are beyond the limit. */
function lastRow(a: string, b: string, limit: number): number[] | undefined {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    let best = row;
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isSwap) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
      best = Math.min(best, cost);
    }
    if (best > limit) return undefined;
    beforeLast = last;
    last = current;
  }
  return last;
}
