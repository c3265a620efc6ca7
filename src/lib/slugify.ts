/** Scripts in which a mark is an accent. In others it is part of the word: Japanese `ガ`, Hindi `कि`. */
const ACCENTED = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;
const MARKS = /(\p{L}?)\p{M}+/gu;
/** Soft hyphens, joiners, marks of direction, fillers and the like: Unicode counts some among the letters and marks. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}+/gu;
/** Compatibility decomposition would spell these out: `™` becomes `TM`. */
export const LEGAL_SIGNS = /[™®©℠]/gu;
const SEPARATORS = /[^\p{L}\p{N}\p{M}]+/gu;

const LETTER = String.raw`[\p{Ll}\p{Lm}\p{Lo}\p{N}]`;
const WORD = String.raw`${LETTER}(?:${LETTER}|\p{M})*`;
const PLAIN_SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const SLUG = new RegExp(`^${WORD}(?:-${WORD})*$`, "u");

const encoder = new TextEncoder();

export const MAX_CHARACTERS = 120;
/** A file system takes 255 bytes in a name; the rest is for `.md` and for what a server or an editor puts around it. */
export const MAX_NAME_BYTES = 200;

/**
 * Turns a name into a URL segment: lower case, accents removed, everything
 * that is neither a letter nor a digit becomes one hyphen, and what nobody sees
 * becomes nothing. Letters of other scripts stay with their marks, so that a
 * name in Arabic or Japanese still has a URL. Returns an empty string when
 * nothing is left.
 */
export function slugify(name: string): string {
  return name
    .replace(LEGAL_SIGNS, "")
    .replace(INVISIBLE, "")
    .normalize("NFKD")
    .replace(MARKS, (run, letter: string) => (letter === "" || ACCENTED.test(letter) ? letter : run))
    .toLowerCase()
    .normalize("NFC")
    .replace(SEPARATORS, "-")
    .replace(/^-+|-+$/g, "");
}

/** Windows opens a device of that name, whatever ending follows: a checkout or a copy of the site fails there. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[1-9¹²³])(?:\.|$)/i;

/** True for a name that no file or folder can have on Windows: `con`, `aux.html`. */
export function isDeviceName(name: string): boolean {
  return DEVICE.test(name);
}

/** Everything but words and the signs that tell names apart: `C++` and `C#`, `R&D` and `R D`. */
const NO_NAME = /[^\p{L}\p{N}\p{M}+#&]+/gu;

/**
 * Two names are the same if their keys are: case, spaces, punctuation and invisible characters make no difference;
 * accents and the signs of `C++` and `R&D` do, unlike in a slug.
 */
export function toNameKey(name: string): string {
  return name.replace(INVISIBLE, "").normalize("NFKC").toLowerCase().replace(NO_NAME, " ").trim() || name;
}

/** A slug that the catalog accepts: kebab-case letters and digits, no path characters, a name that every file system takes. */
export function isSlug(value: string): boolean {
  if (isDeviceName(value)) return false;
  // Nearly every slug is of plain letters, where nothing has a second spelling and a character is a byte.
  if (PLAIN_SLUG.test(value)) return value.length <= MAX_CHARACTERS;
  return (
    cutSlug(value) === value && value.normalize("NFC") === value && SLUG.test(value) && value.search(INVISIBLE) < 0
  );
}

/** `slug` at most `limit` characters and 200 bytes long, cut at a hyphen where that leaves half of it. */
export function cutSlug(slug: string, limit = MAX_CHARACTERS): string {
  // Nearly every slug fits, and counting its characters one by one took a tenth of a check.
  if (slug.length <= limit && byteLength(slug) <= MAX_NAME_BYTES) return slug;
  let head = "";
  let characters = 0;
  let bytes = 0;
  for (const character of slug) {
    characters += 1;
    bytes += byteLength(character);
    if (characters > limit || bytes > MAX_NAME_BYTES) break;
    head += character;
  }
  if (head.length === slug.length) return slug;
  const end = slug.lastIndexOf("-", head.length);
  return end >= head.length / 2 ? slug.slice(0, end) : head;
}

/** The name itself, else the first of `name-2`, `name-3` … that is free. */
export function firstFree(name: string, isTaken: (name: string) => boolean): string {
  let free = name;
  for (let number = 2; isTaken(free); number += 1) free = `${name}-${number}`;
  return free;
}

/** How many bytes a text takes in UTF-8, which is what file systems count. */
export function byteLength(text: string): number {
  return encoder.encode(text).length;
}
