/** One line of a file with a caret under a column of it, as wide on a terminal as the line itself. */

import { printable } from "../../lib/printable.ts";

/** Columns of the line that are shown; the rest is cut around the caret. */
const WIDTH = 96;
/** What stays before the caret of a line that is cut. */
const BEFORE = 48;
const TAB = 4;

/** What a terminal draws two cells wide: East Asian scripts, full-width forms, pictographs. */
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation}|\uFE0F/u;
/** Made when a line is first shown: loading its rules takes 10 ms, which a check that finds nothing need not spend. */
let segmenter: Intl.Segmenter | undefined;

/** The line as it is shown, and how many cells are before `column` (from 1, in UTF-16 units). */
export function toExcerpt(line: string, column: number): { readonly line: string; readonly indent: number } {
  const cells: { text: string; width: number }[] = [];
  let caret = 0;
  let total = 0;
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  // Beyond this neither side of the caret can be seen; a line may be a whole body.
  const from = Math.max(0, column - 1 - WIDTH * 4);
  for (const { segment, index } of segmenter.segment(line.slice(from, column + WIDTH * 4))) {
    if (from + index < column - 1) caret = cells.length + 1;
    const isTab = segment === "\t";
    const text = isTab ? " ".repeat(TAB - (total % TAB)) : printable(segment);
    const width = isTab ? text.length : widthOf(text);
    cells.push({ text, width });
    total += width;
  }
  const isWhole = total <= WIDTH && from === 0;
  const first = isWhole ? 0 : caret - countFitting(cells.slice(0, caret).reverse(), BEFORE);
  const isCutBefore = first > 0 || from > 0;
  const last = first + countFitting(cells.slice(first), WIDTH - (isCutBefore ? 1 : 0));
  const isCutAfter = last < cells.length || column + WIDTH * 4 < line.length;
  const shown = cells.slice(first, last).map(({ text }) => text);
  const indent = cells.slice(first, caret).reduce((sum, { width }) => sum + width, 0);
  return {
    line: `${isCutBefore ? "…" : ""}${shown.join("")}${isCutAfter ? "…" : ""}`,
    indent: indent + (isCutBefore ? 1 : 0),
  };
}

/** How many of the first cells fit into a width. */
function countFitting(cells: readonly { width: number }[], limit: number): number {
  let used = 0;
  for (const [index, { width }] of cells.entries()) {
    used += width;
    if (used > limit) return index;
  }
  return cells.length;
}

/** Cells of one grapheme. */
function widthOf(grapheme: string): number {
  if (WIDE.test(grapheme)) return 2;
  return /^[\p{M}\u200B-\u200D\u2060]*$/u.test(grapheme) ? 0 : 1;
}
