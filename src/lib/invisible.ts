/** Characters without a width that come with copied text, and that no reader can see or type. */
import { hasRightToLeft } from "./direction.ts";

/** Scripts in which joiners, or spaces without a width, decide how a word is written. */
const SHAPED = String.raw`\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Javanese}\p{Script=Balinese}`;
/** Joiners combine pictographs into one; tag characters say which flag the one before them is. */
const PICTOGRAPH = String.raw`\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F\u20E3\u{E0020}-\u{E007F}`;

const INVISIBLE = new RegExp(
  [
    String.raw`[\u00AD\u034F\u2060-\u2064\u206A-\u206F\uFEFF\uFFF9-\uFFFB]`,
    String.raw`(?<![${SHAPED}\p{M}])[\u180E\u200B\u200C]`,
    String.raw`(?<![${SHAPED}\p{M}${PICTOGRAPH}])[\u200D\u{E0000}-\u{E007F}]`,
  ].join("|"),
  "gu",
);
const MARKS_OF_DIRECTION = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/**
 * The text without them. Joiners within scripts and pictographs stay, and so do marks of direction if the text has
 * right-to-left letters.
 */
export function withoutInvisible(text: string): string {
  const visible = text.replace(INVISIBLE, "");
  return hasRightToLeft(visible) ? visible : visible.replace(MARKS_OF_DIRECTION, "");
}

/** True for a text of which a reader sees something. */
export function isSeen(text: string): boolean {
  return /[!-~]/.test(text) || withoutInvisible(text).trim() !== "";
}

/** `U+00AD` for each character of a text that `withoutInvisible` takes out, once. */
export function invisibleIn(text: string): string[] {
  const marks = hasRightToLeft(text) ? [] : (text.match(MARKS_OF_DIRECTION) ?? []);
  const found = new Set([...(text.match(INVISIBLE) ?? []), ...marks]);
  return [...found].map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`);
}
