/** What a command printed as a code block of GitHub, in which nothing is markup, a mention or a link. */
import { stripVTControlCharacters } from "node:util";

/** GitHub takes 65,536 characters in a comment, Linux 131,072 bytes in an environment variable. */
const MAX_LENGTH = 20_000;

/** All that is invisible but the end of a line. */
const INVISIBLE = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu;

/** Text beyond the limit is dropped, and that is said. */
export function quoteOutput(text: string): string {
  const clean = stripVTControlCharacters(text).replace(/\r\n?/g, "\n").replace(INVISIBLE, "").trim();
  const isLong = clean.length > MAX_LENGTH;
  const shown = isLong ? `${clean.slice(0, MAX_LENGTH).toWellFormed()}\n…` : clean;
  // A block ends at the first line of as many marks as it began with.
  const longest = Math.max(2, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return [`${fence}text`, shown, fence].join("\n");
}
