const MARKS = /\p{M}+/gu;
/** Compatibility decomposition would spell these out: `™` becomes `TM`. */
const LEGAL_SIGNS = /[™®©℠]/gu;
const SEPARATORS = /[^\p{L}\p{N}]+/gu;

/**
 * Turns a name into a URL segment: lower case, accents removed, everything
 * that is neither a letter nor a digit becomes one hyphen. Letters of other
 * scripts are kept, so that a name in Arabic or Japanese still has a URL.
 * Returns an empty string when nothing is left.
 */
export function slugify(name: string): string {
  return name
    .replace(LEGAL_SIGNS, "")
    .normalize("NFKD")
    .replace(MARKS, "")
    .toLowerCase()
    .normalize("NFC")
    .replace(SEPARATORS, "-")
    .replace(/^-+|-+$/g, "");
}

/** A slug that the catalog accepts: kebab-case letters and digits, no path characters, at most 120 long. */
export function isSlug(value: string): boolean {
  return value.length <= 120 && /^[\p{Ll}\p{Lm}\p{Lo}\p{N}]+(?:-[\p{Ll}\p{Lm}\p{Lo}\p{N}]+)*$/u.test(value);
}
