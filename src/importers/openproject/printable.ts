/** Text from elsewhere as one line that a terminal prints and does not obey. */

const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu;
/** A body may be one line of a hundred thousand characters. */
const LONGEST_LINE = 300;

/** Control characters and direction marks become spaces; more than `limit` characters end in an ellipsis. */
export function printable(text: string, limit = 120): string {
  const clean = text.replace(UNPRINTABLE, " ").trim();
  return cut(clean, limit);
}

/** The same for a line whose indentation matters. */
export function printableLine(text: string): string {
  return cut(text.replace(UNPRINTABLE, " "), LONGEST_LINE);
}

function cut(text: string, limit: number): string {
  return text.length > limit ? `${[...text.slice(0, limit)].slice(0, -1).join("")}…` : text;
}
