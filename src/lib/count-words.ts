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
