const ASCII = /^\p{ASCII}*$/u;
const MARKS = /\p{M}+/gu;
const NO_WORD = /[^\p{L}\p{N}]+/gu;
const NO_ASCII_WORD = /[^a-z0-9]+/g;

/** Text as it is compared in a search: lower case, without accents, words parted by one space. */
export function fold(text: string): string {
  // Most text has no accent to lose; skipping the decomposition folds it in a third of the time.
  if (ASCII.test(text)) return text.toLowerCase().replace(NO_ASCII_WORD, " ").trim();
  return text.normalize("NFKD").replace(MARKS, "").toLowerCase().normalize("NFC").replace(NO_WORD, " ").trim();
}

/** The folded words of a text, in its order. */
export function wordsOf(text: string): string[] {
  const folded = fold(text);
  return folded === "" ? [] : folded.split(" ");
}
