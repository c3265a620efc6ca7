/** Reads dates as pages and addresses state them, at the precision stated; nothing where they are implausible. */
import { daysBetween, isPartialDate, type PartialDate, startOf } from "../../lib/partial-date.ts";
import { toLine } from "./untrusted-text.ts";

/** The web has nothing older; what claims to be is a default value. */
const FIRST_YEAR = 1990;

/**
 * The date in `text`, at the precision it has: ISO 8601, `April 6, 2016`,
 * `6 avril 2016` on a French page, `Apr 2016`, `4/16/2016`. The day is the one
 * that the source states, in its own time zone. `4/6/2016` is April or June:
 * it gives the year and no more. `today` is YYYY-MM-DD.
 */
export function readDate(text: string, today: string, language = "en"): PartialDate | undefined {
  const line = toLine(text, 300);
  if (line === undefined) return undefined;
  const date = isoDate(line) ?? epochDate(line) ?? namedDate(line, language) ?? numericDate(line);
  return date !== undefined && isSane(date, today) ? date : undefined;
}

/** The date that an address has in its path: `/2016/04/19/`, `/2016-05-24/`, `/2016/may/24`, `/2016/05/`. */
export function dateInAddress(url: string, today: string): PartialDate | undefined {
  const path = URL.canParse(url) ? new URL(url).pathname : "";
  const match =
    /\/((?:19|20)\d\d)[/-](\d{1,2}|[a-z]{3,9})(?:[/-](\d{1,2}))?(?=[/-]|$)/i.exec(path) ??
    /[/-]((?:19|20)\d\d)(\d\d)(\d\d)(?=\d{0,6}[/.-]|$)/.exec(path);
  if (!match) return undefined;
  const [, year = "", monthText = "", day] = match;
  const month = /^\d+$/.test(monthText) ? Number(monthText) : monthOf(monthText, "en");
  if (month === undefined) return undefined;
  const date = toPartial(year, month, day) ?? toPartial(year, month);
  return date !== undefined && isSane(date, today) ? date : undefined;
}

/** Not before the web, and not later than tomorrow: the source's clock may be ahead of ours. */
export function isSane(date: PartialDate, today: string): boolean {
  if (!isPartialDate(date) || Number(date.slice(0, 4)) < FIRST_YEAR) return false;
  return daysBetween(today, startOf(date)) <= 1;
}

function isoDate(line: string): PartialDate | undefined {
  const match =
    /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2})(?!\d))?)?(?=$|[T\s@,+Z])/.exec(line) ??
    /^(\d{4})(\d{2})(\d{2})(?=$|[T\s])/.exec(line);
  if (!match) return undefined;
  const [, year = "", month, day] = match;
  // A year before words is a year in a sentence: `2024 was good`.
  return month !== undefined || line === year ? toPartial(year, month, day) : undefined;
}

function epochDate(line: string): PartialDate | undefined {
  if (!/^\d{10}(?:\d{3})?$/.test(line)) return undefined;
  return new Date(Number(line) * (line.length === 10 ? 1000 : 1)).toISOString().slice(0, 10);
}

/** Dates with a month in words. The year must be there: a day without one is a guess. */
function namedDate(line: string, language: string): PartialDate | undefined {
  const patterns = [
    /(?<![\p{L}\d])(?<month>\p{L}{3,12})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?\s*,?\s+(?<year>(?:19|20)\d\d)(?!\d)/gu,
    /(?<!\d)(?<day>\d{1,2})(?:st|nd|rd|th|er|\.|º)?[\s-]+(?:de\s+|of\s+)?(?<month>\p{L}{3,12})\.?,?[\s-]+(?:de\s+)?(?<year>(?:19|20)\d\d)(?!\d)/gu,
    /(?<![\p{L}\d])(?<month>\p{L}{3,12})\.?,?\s+(?:de\s+)?(?<year>(?:19|20)\d\d)(?!\d)/gu,
  ];
  for (const pattern of patterns) {
    for (const { groups: { year = "", month: name = "", day } = {} } of line.matchAll(pattern)) {
      const month = monthOf(name, language);
      if (month !== undefined) return toPartial(year, month, day);
    }
  }
  return isoDate(/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/.exec(line)?.[0] ?? "");
}

/** Day and month as numbers say which is which only when one is above 12, or both are the same. */
function numericDate(line: string): PartialDate | undefined {
  const [, a, b, year] = /(?<![\d/.])(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d\d)(?!\d)/.exec(line) ?? [];
  if (year === undefined) return undefined;
  const [first, second] = [Number(a), Number(b)];
  if (second > 12 || first === second) return toPartial(year, first, second);
  if (first > 12) return toPartial(year, second, first);
  return toPartial(year);
}

function toPartial(year: string, month?: string | number, day?: string | number): PartialDate | undefined {
  const parts = [year, month, day].filter((part) => part !== undefined);
  const date = parts.map((part) => String(part).padStart(2, "0")).join("-");
  return isPartialDate(date) ? date : undefined;
}

const monthsByLanguage = new Map<string, readonly string[]>();

/** The number of a month by its name or its first letters, in the language of the page or in English. */
function monthOf(word: string, language: string): number | undefined {
  const wanted = word.toLowerCase();
  for (const names of [monthsIn("en"), monthsIn(language)]) {
    const index = names.findIndex(
      (name) => name === wanted || (wanted.length >= 3 && wanted.length <= 4 && name.startsWith(wanted)),
    );
    if (index >= 0) return index + 1;
  }
  return undefined;
}

function monthsIn(language: string): readonly string[] {
  const known = monthsByLanguage.get(language);
  if (known) return known;
  let names: readonly string[] = [];
  try {
    const format = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" });
    names = Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2024, month, 15)).toLowerCase());
  } catch {
    // A page may call its language anything.
  }
  monthsByLanguage.set(language, names);
  return names;
}
