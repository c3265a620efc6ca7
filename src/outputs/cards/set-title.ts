/** Promise: the largest size at which a title has its room, and where it is cut when it has none at any. */
import { cutAtWord } from "../../lib/text.ts";
import { roomFor, type TitleSetting, titleSteps } from "./draw-card.ts";

/** Height in pixels of a title as it would be drawn. */
export type MeasureTitle = (title: TitleSetting) => Promise<number>;

export async function setTitle(text: string, measure: MeasureTitle): Promise<TitleSetting> {
  const fits = async (title: TitleSetting, step: (typeof titleSteps)[number]) =>
    (await measure(title)) <= roomFor(title.text, step) + 1;
  for (const step of titleSteps) {
    const title = { text, size: step.size };
    if (await fits(title, step)) return title;
  }
  const smallest = titleSteps[titleSteps.length - 1] ?? titleSteps[0];
  const cutTo = (length: number) => ({ text: cutAtWord(text, length), size: smallest.size });
  // The longest cut that fits; one character always does.
  let fitting = 1;
  let tooLong = text.length;
  while (tooLong - fitting > 1) {
    const length = Math.floor((fitting + tooLong) / 2);
    if (await fits(cutTo(length), smallest)) fitting = length;
    else tooLong = length;
  }
  return cutTo(fitting);
}
