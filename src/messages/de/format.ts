import { once } from "../../lib/once.ts";
import type { PartialDate } from "../../lib/partial-date.ts";
import type { Messages } from "../messages.ts";
import { createCounted, createPlural } from "../plural.ts";

// Made when they are first used: every build loads this file, and the first of Intl takes some 15 ms.
const counts = once(() => new Intl.NumberFormat("de"));
const sizes = once(() => new Intl.NumberFormat("de", { maximumFractionDigits: 1 }));
const lists = once(() => new Intl.ListFormat("de"));

const dates = {
  long: { month: toFormat({ month: "long" }), day: toFormat({ month: "long", day: "numeric" }) },
  short: { month: toFormat({ month: "short" }), day: toFormat({ month: "short", day: "numeric" }) },
};

/** In UTC, in which a day that is parsed begins. */
function toFormat(options: Intl.DateTimeFormatOptions): () => Intl.DateTimeFormat {
  return once(() => new Intl.DateTimeFormat("de", { ...options, year: "numeric", timeZone: "UTC" }));
}

function formatCount(count: number): string {
  return counts().format(count);
}

export const plural = createPlural("de");
export const counted = createCounted("de", formatCount);

export const format: Messages["format"] = {
  count: formatCount,
  date: (date: PartialDate, style = "long") =>
    date.length === 4 ? date : dates[style][date.length === 7 ? "month" : "day"]().format(new Date(date)),
  span: (from, to) => dates.long.day().formatRange(new Date(from), new Date(to)),
  list: (words) => lists().format(words),
  size: (bytes) => {
    if (bytes < 1000) return `${bytes} Byte`;
    return bytes < 999_500 ? `${Math.round(bytes / 1e3)} kB` : `${sizes().format(bytes / 1e6)} MB`;
  },
};
