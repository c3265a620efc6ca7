import { formatDate, type PartialDate } from "../../lib/partial-date.ts";
import { formatCount, joinWords } from "../../lib/text.ts";
import { createCounted } from "../plural.ts";

/** `1 story`, `12,345 stories`. */
export const counted = createCounted("en");

/** How values are written. */
export const format = {
  /** `12,345` */
  count: (count: number): string => formatCount(count),
  /** `17 May 2024`, `May 2024` or `2024`; short with three letters of the month. */
  date: (date: PartialDate, style: "long" | "short" = "long"): string => formatDate(date, style),
  /** `a, b and c` */
  list: (words: readonly string[]): string => joinWords(words),
};
