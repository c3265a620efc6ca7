import type { PartialDate } from "../../lib/partial-date.ts";
import type { Messages } from "../messages.ts";
import { createCounted } from "../plural.ts";

export const counted = createCounted("de");

const counts = new Intl.NumberFormat("de");
const lists = new Intl.ListFormat("de");

const dates = {
  long: { 7: toFormat({ month: "long" }), 10: toFormat({ month: "long", day: "numeric" }) },
  short: { 7: toFormat({ month: "short" }), 10: toFormat({ month: "short", day: "numeric" }) },
};

/** In UTC, in which a day that is parsed begins. */
function toFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("de", { ...options, year: "numeric", timeZone: "UTC" });
}

export const format: Messages["format"] = {
  count: (count) => counts.format(count),
  date: (date: PartialDate, style = "long") =>
    date.length === 4 ? date : dates[style][date.length === 7 ? 7 : 10].format(new Date(date)),
  list: (words) => lists.format(words),
};
