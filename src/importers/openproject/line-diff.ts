/** Two texts as the lines that went and came, with a little of what stands around them. */

/** Lines shown before and after a change. */
const CONTEXT = 2;

type Line = readonly [sign: " " | "-" | "+", text: string];

/** Lines that begin with `-`, `+` or a space, groups apart by `...`; no lines when the texts are the same. */
export function diffLines(before: string, after: string): string[] {
  if (before === after) return [];
  const lines = align(before === "" ? [] : before.split("\n"), after.split("\n"));
  const isFuzzy = (index: number) =>
    lines.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(([sign]) => sign !== " ");
  return lines.flatMap(([sign, text], index) => {
    if (isFuzzy(index)) return [`${sign} ${text}`];
    return index > 0 && isFuzzy(index - 1) ? ["..."] : [];
  });
}

/** By the longest common subsequence of what is left between a common beginning and a common end. */
function align(before: readonly string[], after: readonly string[]): Line[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const old = before.slice(start, before.length - end);
  const now = after.slice(start, after.length - end);
  const same = (lines: readonly string[]): Line[] => lines.map((text) => [" ", text]);
  return [...same(before.slice(0, start)), ...alignMiddle(old, now), ...same(before.slice(before.length - end))];
}

function alignMiddle(old: readonly string[], now: readonly string[]): Line[] {
  const width = now.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row -= 1) {
    for (let column = now.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        old[row] === now[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const lines: Line[] = [];
  for (let row = 0, column = 0; row < old.length || column < now.length; ) {
    if (row < old.length && column < now.length && old[row] === now[column]) {
      lines.push([" ", old[row] ?? ""]);
      row += 1;
      column += 1;
    } else if (row < old.length && (column === now.length || at(row + 1, column) >= at(row, column + 1))) {
      lines.push(["-", old[row] ?? ""]);
      row += 1;
    } else {
      lines.push(["+", now[column] ?? ""]);
      column += 1;
    }
  }
  return lines;
}
