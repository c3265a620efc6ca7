/** The largest size at which a title fits, and where it is cut when it fits at none. */
import { directionOf, hasRightToLeft } from "../../lib/direction.ts";
import { cutAtWord } from "../../lib/text.ts";
import { breaksAnywhere, heightFor, TEXT_WIDTH, type TitleSetting, titleSteps } from "./draw-image.ts";

/** What a title measures as it would be drawn, in pixels. */
export interface Measure {
  /** Of all its lines. */
  readonly height: (title: TitleSetting) => Promise<number>;
  /** On one line. */
  readonly width: (title: TitleSetting) => Promise<number>;
}

type Step = (typeof titleSteps)[number];

const smallest: Step = titleSteps[titleSteps.length - 1] ?? titleSteps[0];

/** `language` is that of the text, where it is stated. */
export async function setTitle(text: string, measure: Measure, language?: string): Promise<TitleSetting> {
  const direction = directionOf(text, language);
  const settingOf = (words: string, size: number) => breakLines({ text: words, direction, size }, measure);
  const fits = async (title: TitleSetting, step: Step) =>
    (await measure.height(title)) <= heightFor(title.text, step) + 1;
  const widest = await widthOfWord(text, measure);
  for (const step of titleSteps) {
    const title = await settingOf(text, step.size);
    // At the smallest size even a word may be broken.
    const isWhole = step === smallest || widest * step.size <= TEXT_WIDTH;
    if (isWhole && (await fits(title, step))) return title;
  }
  const cutTo = (length: number) => settingOf(cutAtWord(text, length), smallest.size);
  // The longest cut that fits; one character always does.
  let fitting = 1;
  let tooLong = text.length;
  while (tooLong - fitting > 1) {
    const length = Math.floor((fitting + tooLong) / 2);
    if (await fits(await cutTo(length), smallest)) fitting = length;
    else tooLong = length;
  }
  return cutTo(fitting);
}

/**
 * Where the library breaks a line among words of the opposite direction, it draws the final space between them and
 * takes its width from another space, so that two words run together. Such a text is broken into lines here.
 */
async function breakLines(title: TitleSetting, { width }: Measure): Promise<TitleSetting> {
  if (title.direction === "rtl" || !hasRightToLeft(title.text)) return title;
  const [first = "", ...words] = title.text.split(" ");
  const lines = [first];
  for (const word of words) {
    const longer = `${lines.at(-1)} ${word}`;
    if ((await width({ ...title, text: longer })) <= TEXT_WIDTH) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return { ...title, text: lines.join("\n") };
}

/** No shorter word is wider than a line, even in capitals at the largest size. */
const LONG_WORD = 9;

/** Width of the longest word that must not be broken, as a multiple of the size; 0 when none is long. */
async function widthOfWord(text: string, { width }: Measure): Promise<number> {
  const words = text.split(/\s+|(?<=-)/u).filter((word) => !breaksAnywhere(word));
  const longest = words.reduce((a, b) => (b.length > a.length ? b : a), "");
  return longest.length < LONG_WORD
    ? 0
    : (await width({ text: longest, direction: "ltr", size: smallest.size })) / smallest.size;
}
