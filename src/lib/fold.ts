/**
 * Text as it is searched and compared. The result depends on the characters alone, not on a dictionary of the runtime,
 * since one runtime writes the index and another reads it.
 */
import { LEGAL_SIGNS } from "./slugify.ts";

const ASCII = /^\p{ASCII}*$/u;
/**
 * Soft hyphens, zero-width characters, marks of direction, fillers, and the line that stretches an Arabic word; accents,
 * and the points over letters in Arabic and Hebrew. The vowel signs of Indic and Thai script are letters to a reader, and
 * so are the two marks of Japanese.
 */
const ORNAMENTS =
  /[\p{Cf}\p{DI}ـ]|(?=\p{M})(?![\u3099\u309A])[\p{sc=Zinh}\p{sc=Cyrl}\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}]/gu;

/**
 * Letters without a decomposition, as they are written where a keyboard lacks them; and variants of a letter that have
 * a code point of their own.
 */
const SPELT: Readonly<Record<string, string>> = Object.fromEntries(
  (
    "ß:ss æ:ae œ:oe ø:o ł:l đ:d ð:d þ:th ħ:h ı:i ŋ:n ŧ:t ĸ:k ƀ:b ɓ:b ɖ:d ɗ:d ɛ:e ƒ:f ɠ:g ɨ:i ȷ:j ƙ:k ƚ:l ɫ:l ɲ:n ɔ:o " +
    "ɵ:o ƥ:p ƭ:t ʉ:u ʋ:v ƴ:y ƶ:z ς:σ ى:ي ی:ي ک:ك"
  )
    .split(" ")
    .map((pair) => pair.split(":")),
);
const LETTERS = new RegExp(`[${Object.keys(SPELT).join("")}]`, "gu");
/** What is written as an apostrophe, as in Hawaiʻi, though some are letters to Unicode; and the Arabic thousands separator. */
const APOSTROPHES = /[ʹ-ˁ‘’٬]/gu;
const OTHER_SIGNS = /[^\p{L}\p{N}\p{M}\p{ASCII}]/gu;
const DIGIT = /[^\P{Nd}0-9]/gu;

const CHARACTER = String.raw`[\p{L}\p{N}\p{M}]`;
/** Scripts that are written without spaces between words. */
const UNSPACED = String.raw`(?=${CHARACTER})[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]`;
const ALPHABETIC = String.raw`(?!${UNSPACED})(?:(?=\p{L})[\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}]|\p{N})`;
const OTHER = String.raw`(?!${UNSPACED}|(?=\p{L})[\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}])${CHARACTER}`;
/** The dots of `A.I.` and the commas of `1,000`: inside a word, but dropped from it. */
const JOINT = [
  String.raw`\.(?<=(?<!${CHARACTER})\p{L}\p{M}*.)(?=\p{L}\p{M}*(?!${CHARACTER}))`,
  String.raw`[,'](?<=(?:(?<!\d|\d[.,'])\d{1,3}|[,']\d{2,3}).)(?=(?:\d\d[,']){0,4}\d{3}(?!\d))`,
].join("|");
/** What a reader takes for a word; `FHIR` is one by itself even right beside Arabic or Japanese letters. */
const RUN = new RegExp(
  [`(?:${UNSPACED})+`, ...[ALPHABETIC, OTHER].map((one) => `${one}(?:${one}|${JOINT})*`)].join("|"),
  "gu",
);
/** The same in ASCII, which is much faster. */
const ASCII_RUN = new RegExp(`[a-z0-9](?:[a-z0-9]|${JOINT})*`, "gu");
const IS_UNSPACED = new RegExp(`^${UNSPACED}`, "u");
const HAS_JOINT = /[.,']/;
const NO_CHARACTER = /[^\p{L}\p{N}\p{M}]+/gu;
const JOINTS = new RegExp(JOINT, "gu");
const NO_ASCII_WORD = /[^a-z0-9]+/g;

/**
 * Text as it is compared in a search: lower case, without accents, words parted by one space. Where a script has no
 * spaces, every two neighbouring characters are a word, so that any part of a run is found in it.
 */
export function fold(text: string): string {
  const plain = toPlain(text);
  // Most text is ASCII, where words are separated by everything that is neither letter nor digit.
  if (ASCII.test(plain)) return plain.replace(JOINTS, "").replace(NO_ASCII_WORD, " ").trim();
  return (plain.match(RUN) ?? []).flatMap(wordsOfRun).join(" ");
}

/** The folded words of a text, in its order. */
export function wordsOf(text: string): string[] {
  const folded = fold(text);
  return folded === "" ? [] : folded.split(" ");
}

/** A folded word, and where it stands in the text. */
export interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** What a reader takes for one word, or a run without spaces. */
export interface Run extends Word {
  readonly isUnspaced: boolean;
  /** The same word, or each two neighbouring characters of a run without spaces. */
  readonly words: readonly Word[];
}

const FOLLOWER = String.raw`[\p{M}\p{Cf}\p{DI}™®©℠ـ\u1160-\u11FF\uFF9E\uFF9F]`;
/** A run of ASCII characters, or one other character with what `toPlain` drops or joins to it. */
const CLUSTER = new RegExp(String.raw`[\0-\x7F]+(?!${FOLLOWER})|.${FOLLOWER}*`, "gsu");

/** The words of `wordsOf` with their places, for marking them in the text. */
export function runsOf(text: string): Run[] {
  const { plain, place } = ASCII.test(text) ? { plain: toPlain(text), place: toSpan } : align(text);
  const isAscii = ASCII.test(plain);
  return [...plain.matchAll(isAscii ? ASCII_RUN : RUN)].map(({ 0: run, index }) => {
    const { start, end } = place(index, index + run.length);
    const whole = { word: toWord(run), start, end };
    if (isAscii || !IS_UNSPACED.test(run)) return { ...whole, isUnspaced: false, words: [whole] };
    let from = index;
    const words = wordsOfRun(run).map((word) => {
      const one = { word, ...place(from, from + word.length) };
      from += String.fromCodePoint(word.codePointAt(0) ?? 0).length;
      return one;
    });
    return { ...whole, isUnspaced: true, words };
  });
}

const toSpan = (start: number, end: number) => ({ start, end });

/** `toPlain`, and where in the text a part of it comes from. */
function align(text: string): { plain: string; place: typeof toSpan } {
  let plain = "";
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const isAscii = ASCII.test(cluster);
    const piece = toPlain(cluster);
    for (let at = 0; at < piece.length; at += 1) {
      starts.push(isAscii ? index + at : index);
      ends.push(isAscii ? index + at + 1 : index + cluster.length);
    }
    plain += piece;
  }
  return { plain, place: (from, to) => toSpan(starts[from] ?? 0, ends[to - 1] ?? text.length) };
}

/** Every two neighbours of a folded run without spaces; of any other word itself. */
export function wordsOfRun(run: string): string[] {
  if (!IS_UNSPACED.test(run)) return [toWord(run)];
  const characters = [...run];
  return characters.length === 1 ? characters : characters.slice(1).map((next, at) => `${characters[at]}${next}`);
}

function toWord(run: string): string {
  return HAS_JOINT.test(run) ? run.replace(NO_CHARACTER, "") : run;
}

/** Lower case, without accents; every sign and space is still there, in ASCII. */
function toPlain(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .replace(LEGAL_SIGNS, "")
    .normalize("NFKD")
    .replace(ORNAMENTS, "")
    .toLowerCase()
    .replace(LETTERS, (letter) => SPELT[letter] ?? letter)
    .replace(APOSTROPHES, "'")
    .replace(OTHER_SIGNS, "-")
    .replace(DIGIT, toAsciiDigit)
    .normalize("NFC");
}

/** The digits of every script follow each other from 0 to 9. */
function toAsciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value % 10);
}
