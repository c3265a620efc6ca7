import { formatSize } from "../../lib/file-size.ts";
import { formatDate, type PartialDate } from "../../lib/partial-date.ts";
import { formatCount, joinWords } from "../../lib/text.ts";
import { createCounted, createPlural } from "../plural.ts";

/** `story`, `stories`: the form alone. */
export const plural = createPlural("en");

/** `1 story`, `12,345 stories`. */
export const counted = createCounted("en", formatCount);

/** How values are written. */
export const format = {
  /** `12,345` */
  count: (count: number): string => formatCount(count),
  /** `17 May 2024`, `May 2024` or `2024`; short with three letters of the month. */
  date: (date: PartialDate, style: "long" | "short" = "long"): string => formatDate(date, style),
  /** `16 to 22 November 2026`: what two days have in common stands once. */
  span: (from: string, to: string): string => {
    const [day = "", month = "", year = ""] = formatDate(from).split(" ");
    const first =
      from.slice(0, 7) === to.slice(0, 7)
        ? day
        : from.slice(0, 4) === to.slice(0, 4)
          ? `${day} ${month}`
          : `${day} ${month} ${year}`;
    return `${first} to ${formatDate(to)}`;
  },
  /** `a, b and c` */
  list: (words: readonly string[]): string => joinWords(words),
  /** `340 kB`, `1.2 MB` */
  size: (bytes: number): string => formatSize(bytes),
};
