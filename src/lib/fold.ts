const MARKS = /\p{M}+/gu;
const NO_WORD = /[^\p{L}\p{N}]+/gu;

/** Text as it is compared in a search: lower case, without accents, words parted by one space. */
export function fold(text: string): string {
  return text.normalize("NFKD").replace(MARKS, "").toLowerCase().normalize("NFC").replace(NO_WORD, " ").trim();
}
