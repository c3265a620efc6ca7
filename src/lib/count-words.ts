/** How many words a text has; a run of letters or digits is a word, with the marks, apostrophes and hyphens in it. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)?.length ?? 0;
}
