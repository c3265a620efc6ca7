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

/** `1 234` style grouping with a comma: `12,345`. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** How many words a text has; a run of letters or digits is a word, with the marks, apostrophes and hyphens in it. */
export function countWords(text: string): number {
  let words = 0;
  let isInside = false;
  // Not with one expression: to build every word takes three times as long as to look at its characters.
  for (let index = 0; index < text.length; index += 1) {
    const code = text.codePointAt(index) ?? 0;
    if (code > 0xffff) index += 1;
    const role = code < ASCII.length ? (ASCII[code] ?? OUTSIDE) : roleOf(code);
    if (role === LETTER && !isInside) words += 1;
    isInside = role === LETTER || (role === JOINT && isInside);
  }
  return words;
}

/** What a character is to a word: no part of it, what a word begins with, or what may follow. */
const [OUTSIDE, LETTER, JOINT] = [0, 1, 2];

const ASCII = Uint8Array.from({ length: 128 }, (_, code) => toRole(code));
const known = new Map<number, number>();

function roleOf(code: number): number {
  const role = known.get(code) ?? toRole(code);
  known.set(code, role);
  return role;
}

function toRole(code: number): number {
  const character = String.fromCodePoint(code);
  if (/[\p{L}\p{N}]/u.test(character)) return LETTER;
  return /[\p{M}'’-]/u.test(character) ? JOINT : OUTSIDE;
}

/** `a, b and c`. */
export function joinWords(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

export type Direction = "ltr" | "rtl";

// Extensions, so that the line that stretches an Arabic word counts as Arabic.
const RIGHT_TO_LEFT =
  /[\p{L}&&[\p{scx=Adlm}\p{scx=Arab}\p{scx=Hebr}\p{scx=Mand}\p{scx=Nkoo}\p{scx=Rohg}\p{scx=Samr}\p{scx=Syrc}\p{scx=Thaa}]]/v;
const LEFT_TO_RIGHT =
  /[\p{L}--[\p{scx=Adlm}\p{scx=Arab}\p{scx=Hebr}\p{scx=Mand}\p{scx=Nkoo}\p{scx=Rohg}\p{scx=Samr}\p{scx=Syrc}\p{scx=Thaa}]]/v;
const RIGHT_TO_LEFT_CODE = /^(?:Adlm|Arab|Hebr|Mand|Nkoo|Rohg|Samr|Syrc|Thaa)$/;

/** True where a text has letters of a right-to-left script. */
export function hasRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/** The direction of its letters; undefined where they have both, or there is none. */
export function directionOfLetters(text: string): Direction | undefined {
  const runsLeft = RIGHT_TO_LEFT.test(text);
  return runsLeft === LEFT_TO_RIGHT.test(text) ? undefined : runsLeft ? "rtl" : "ltr";
}

/** The direction of its letters; where they have both, that of the language, and of the first letter where none is stated. */
export function directionOf(text: string, language?: string): Direction {
  if (!RIGHT_TO_LEFT.test(text)) return "ltr";
  const known = directionOfLetters(text) ?? (language === undefined ? undefined : directionOfLanguage(language));
  return known ?? (RIGHT_TO_LEFT.test(/\p{L}/u.exec(text)?.[0] ?? "") ? "rtl" : "ltr");
}

/** By the script that its tag names or most of its texts have; undefined for a tag that names no known language. */
export function directionOfLanguage(tag: string): Direction | undefined {
  const script = scriptOf(tag);
  if (script === undefined) return undefined;
  return RIGHT_TO_LEFT_CODE.test(script) ? "rtl" : "ltr";
}

function scriptOf(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag).maximize().script;
  } catch {
    return undefined;
  }
}

/** How much of a text is of right-to-left scripts: 1 where all letters are, 0 where none is. */
export function shareOfRightToLeft(text: string): number {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.filter((letter) => RIGHT_TO_LEFT.test(letter)).length / Math.max(1, letters.length);
}

/** For the `dir` of a text on a page that is written from left to right. */
export function dirOf(text = ""): "rtl" | undefined {
  return directionOf(text) === "rtl" ? "rtl" : undefined;
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
