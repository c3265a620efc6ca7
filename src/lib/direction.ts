/** In which direction a text runs. */

export type Direction = "ltr" | "rtl";

// Script extensions (`scx`), so that the line that stretches an Arabic word counts as Arabic.
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

/** By the script that the tag names, or that most texts in the language have; undefined for an unknown language. */
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
