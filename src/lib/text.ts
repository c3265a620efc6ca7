/** White space that is not one space between two words. */
const LOOSE = /[^\S ]| {2}|^ | $/;

/** JavaScript counts the byte order mark among the spaces; it has no width and parts no words. */
const SPACES = /[\s--\uFEFF]+/gv;

/** Collapses every run of white space, line ends included, to one space and trims. */
export function squeeze(text: string): string {
  // Most texts are single words with single spaces between them, and to write each space anew took a twentieth of reading a file.
  if (!LOOSE.test(text)) return text;
  return text.replace(SPACES, " ").replace(/^ | $/g, "");
}

/** A name or a title in the one spelling in which it is compared: `é` may be typed as one character or as two. */
export function toLine(text: string): string {
  return squeeze(text).normalize("NFC");
}

/**
 * Cuts `text` to at most `limit` characters, at the end of a word, with an
 * ellipsis that counts towards the limit. A text that fits comes back as it is.
 */
export function cutAtWord(text: string, limit: number): string {
  const clean = squeeze(text);
  if (clean.length <= limit) return clean;
  const head = clean.slice(0, limit);
  const end = head.lastIndexOf(" ");
  const words = dropHalfCharacter(end > limit / 2 ? head.slice(0, end) : head.slice(0, limit - 1));
  return `${words.replace(/[\s,;:.–—-]+$/u, "")}…`;
}

/** Removes the last word of a text that was cut at a fixed length, unless it ends a sentence. */
export function dropCutWord(text: string): string {
  const clean = squeeze(text);
  if (/[.!?…)”"’']$/u.test(clean)) return clean;
  const end = clean.lastIndexOf(" ");
  return end < 0 ? clean : `${clean.slice(0, end).replace(/[\s,;:–—-]+$/u, "")}…`;
}

/** `1 story`, `2 stories`: the count with the word that fits it. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** The number with its digits grouped by commas: `12,345`. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** `a, b and c`. */
export function joinWords(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

function dropHalfCharacter(text: string): string {
  return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text;
}

/** With a capital letter at its beginning, as a sentence has. */
export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** With a full stop, unless it ends already. */
export function ended(text: string): string {
  return /[.!?…]["”’)]*$/u.test(text) ? text : `${text}.`;
}
