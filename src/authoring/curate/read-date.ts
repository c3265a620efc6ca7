/** Reads dates as pages and addresses state them, at the precision stated; nothing where they are implausible. */
import { daysBetween, isPartialDate, type PartialDate, startOf } from "../../lib/partial-date.ts";
import { monthOf, weekdayOf } from "./month-names.ts";
import { toSafeLine } from "./untrusted-text.ts";

/** The web has nothing older; what claims to be is a default value. */
const FIRST_YEAR = 1990;

/** A date, and where in its text it stands. */
export interface FoundDate {
  readonly value: PartialDate;
  readonly start: number;
  readonly end: number;
}

/**
 * The date in `text`, at the precision it has: ISO 8601, `April 6, 2016`, `6 avril 2016`, `Apr 2016`, `4/16/2016`. The
 * day is the one that the source states, in its own time zone. Where neither the language nor a weekday tells whether
 * `4/6/2016` is in April or in June, it gives only the year. A day is preferred to the month before it. `today` is
 * YYYY-MM-DD.
 */
export function readDate(text: string, today: string, language = "en"): PartialDate | undefined {
  const line = toSafeLine(text, 300);
  if (line === undefined) return undefined;
  const whole = wholeDate(line);
  if (whole !== undefined && isSane(whole, today)) return whole;
  const dates = findDates(line, today, language);
  return (dates.find(({ value }) => isDay(value)) ?? dates[0])?.value;
}

/** All dates in a line of text, in its order. */
export function findDates(text: string, today: string, language = "en"): FoundDate[] {
  const line = withAsciiDigits(text);
  const found: FoundDate[] = [];
  for (const { pattern, read } of FORMS) {
    for (const match of line.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      // A form that says less finds parts of what a form before it has found.
      if (found.some((other) => start < other.end && other.start < end)) continue;
      const value = read(match.groups ?? {}, { language, before: line.slice(0, start), after: line.slice(end), today });
      if (value !== undefined && isSane(value, today)) found.push({ value, start, end });
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}

const PLAIN_FORM = /[/_-](?<year>(?:19|20)\d\d)(?<month>\d\d)(?<day>\d\d)(?=(?:\d{4}|\d{6})?(?:[/._-]|$))/;

const ADDRESS_FORMS: readonly RegExp[] = [
  /\/(?<year>(?:19|20)\d\d)[/-](?<month>\d{1,2}|[a-z]{3,9})[/-](?<day>\d{1,2})(?=[/.]|$)/i,
  /\/(?<year>(?:19|20)\d\d)-(?<month>\d{1,2}|[a-z]{3,9})-(?<day>\d{1,2})(?=[_-])/i,
  /[/_-](?<year>(?:19|20)\d\d)-(?<month>\d\d)-(?<day>\d\d)(?=[/._-]|$)/,
  // With or without a time behind it; ten digits are a number of some other kind.
  PLAIN_FORM,
  // The fourth issue of a year is none of its months, and `/2016/10-tips` no October.
  /(?<!\/(?:issues?|vol|volumes?|editions?|ausgaben?|hefte?|numeros?|no|nr))\/(?<year>(?:19|20)\d\d)(?:\/|-(?=\d\d))(?<month>\d{1,2}|[a-z]{3,9})(?=\/|$)/i,
];

/** In the address of an event, the date is that of the event. */
const EVENTS = /\/(?:termine?|events?|veranstaltung(?:en)?|kalender|calendar)\//i;

export interface AddressDate {
  readonly value: PartialDate;
  /** It may be the number of a story, or the day of an event. */
  readonly isVague: boolean;
}

/** The date that an address has in its path: `/2016/04/19/`, `/2016-05-24/`, `/2016/may/24`, `/2016/05/`. */
export function dateInAddress(url: string, today: string): AddressDate | undefined {
  // A `urn:newsml` begins with the day on which the agency registered its name.
  const path = URL.canParse(url) ? new URL(url).pathname.replace(/urn(?:[:-]|%3a)newsml[^/]*/i, "") : "";
  for (const form of ADDRESS_FORMS) {
    const { year = "", month: written = "", day } = form.exec(path)?.groups ?? {};
    const month = /^\d+$/.test(written) ? Number(written) : monthOf(written, "en");
    const value = month === undefined ? undefined : toPartial(year, month, day);
    if (value !== undefined && isSane(value, today)) {
      return { value, isVague: form === PLAIN_FORM || EVENTS.test(path) };
    }
  }
  return undefined;
}

/** Not before the web, and not later than tomorrow: the source's clock may be ahead of ours. */
export function isSane(date: PartialDate, today: string): boolean {
  if (!isPartialDate(date) || Number(date.slice(0, 4)) < FIRST_YEAR) return false;
  return daysBetween(today, startOf(date)) <= 1;
}

export const isDay = (date: PartialDate): boolean => date.length === 10;

/** Forms that are a date only as the whole text: years, months and days in digits, and seconds since 1970. */
function wholeDate(line: string): PartialDate | undefined {
  const epoch = /^(?:\/Date\()?(\d{10})(?:\.\d{1,9}|\d{3})?(?:[+-]\d{4})?(?:\)\/)?$/.exec(line)?.[1];
  if (epoch !== undefined) return new Date(Number(epoch) * 1000).toISOString().slice(0, 10);
  const [, year, month, day] =
    /^(\d{4})(?:[-/](\d{1,2}))?$/.exec(line) ??
    /^(\d{4})(\d{2})(\d{2})(?=$|T|\s|\d{4,6}$)/.exec(line) ??
    /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?=$|[T\s@,+Z])/.exec(line) ??
    [];
  return year === undefined ? undefined : toPartial(year, month, day);
}

interface Form {
  readonly pattern: RegExp;
  readonly read: (parts: Readonly<Record<string, string | undefined>>, context: Context) => PartialDate | undefined;
}

/** What a date stands in. */
interface Context {
  readonly language: string;
  readonly before: string;
  readonly after: string;
  readonly today: string;
}

const WORD = "\\p{L}[\\p{L}\\p{M}]{2,14}";
const YEAR = "(?<year>(?:19|20)\\d\\d)(?!\\d)";
const ORDINAL = "(?:st|nd|rd|th|er|re|ère|ª|º|°|\\.)?";
/** What stands between a day, its month and its year: `5 de marzo del 2025`, `5th of March`, `5 d’abril`. */
const OF = "(?:(?:de|del|of|do|di|den) |d['’]|ב)?";

const named: Form["read"] = ({ year = "", name = "", other, day }, { language }) => {
  // In Arabic both names of a month: `آذار/مارس`.
  const month = monthOf(name, language) ?? (other === undefined ? undefined : monthOf(other, language));
  return month === undefined ? undefined : toPartial(year, month, day);
};

const numbered: Form["read"] = ({ year = "", month, day }) => toPartial(year, month, day);

/** Day and month as numbers: which is which is told by their size, the weekday before them, or the language. */
const ordered: Form["read"] = ({ first = "", second = "", mark = "", year = "" }, { language, before, after }) => {
  const options = new Set([toPartial(year, second, first), toPartial(year, first, second)]);
  options.delete(undefined);
  const [dayFirst, monthFirst] = [...options];
  if (dayFirst === undefined || monthFirst === undefined) return dayFirst;
  const word = /([\p{L}\p{M}]{2,15})[.,]* ?(?:- ?)?$/u.exec(before.slice(-20))?.[1];
  const weekday = word === undefined ? undefined : weekdayOf(word, language);
  if (weekday !== undefined) {
    const fitting = [dayFirst, monthFirst].filter((date) => new Date(date).getUTCDay() === weekday);
    if (fitting[0] !== undefined && fitting.length === 1) return fitting[0];
  }
  const order = orderOf(language, mark, after);
  return order === undefined ? toPartial(year) : order === "day" ? dayFirst : monthFirst;
};

/** How dates are written, the most telling form first. The year must be there: a day without one is a guess. */
const FORMS: readonly Form[] = [
  {
    // 2024-05-17T10:00, 2024/5/7, 2025.03.05, 2025. 3. 5.
    pattern:
      /(?<![\d./-]|\d:|\bv)(?<year>(?:19|20)\d\d)(?<mark>[-/.]|\. )(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})(?![\d-])/gu,
    read: numbered,
  },
  {
    // 2025年3月5日, 2025년 3월 5일, 2025年3月
    pattern: /(?<!\d)(?<year>(?:19|20)\d\d) ?[年년] ?(?<month>\d{1,2}) ?[月월](?: ?(?<day>\d{1,2}) ?[日일号號])?/gu,
    read: numbered,
  },
  {
    // 5 tháng 3, 2025; ngày 5 tháng 3 năm 2025
    pattern: /(?<!\d)(?<day>\d{1,2}) tháng (?<month>\d{1,2}),? (?:năm )?(?<year>(?:19|20)\d\d)(?!\d)/giu,
    read: numbered,
  },
  {
    // 5 March 2025, 5. März 2025, 5-Mar-2025, 5 de març del 2025
    pattern: new RegExp(
      `(?<![\\p{L}\\d])(?<day>\\d{1,2})${ORDINAL}[ /-]?${OF}(?<name>${WORD})(?:/(?<other>${WORD}))?\\.?,?[ ./-]${OF}${YEAR}`,
      "giu",
    ),
    read: named,
  },
  {
    // March 5, 2025; Mar. 5th 2025; Mar-05-2025
    pattern: new RegExp(
      `(?<![\\p{L}\\d])(?<name>${WORD})\\.?[ -](?<day>\\d{1,2})${ORDINAL} ?[, -] ?${OF}${YEAR}`,
      "giu",
    ),
    read: named,
  },
  {
    // 2025. március 5., 2025 March 5, 2025-Mar-05, 2025 m. kovo 5 d.
    pattern: new RegExp(
      `(?<![\\p{L}\\d])(?<year>(?:19|20)\\d\\d)[.,]?[ /-](?:m\\. )?(?<name>${WORD})\\.?[ /-](?<day>\\d{1,2})(?!\\d)`,
      "giu",
    ),
    read: named,
  },
  {
    // 2025. gada 5. marts
    pattern: new RegExp(`(?<!\\d)(?<year>(?:19|20)\\d\\d)\\. gada (?<day>\\d{1,2})\\. (?<name>${WORD})`, "giu"),
    read: named,
  },
  {
    // 05.03.2025, 5. 3. 2025, 3/5/2025, 05-03-2025
    pattern:
      /(?<![\d/.-])(?<first>\d{1,2})(?<mark>[/.-]|\. )(?<second>\d{1,2})\k<mark>(?<year>(?:19|20)\d\d)(?![\d/]|\.\d)/gu,
    read: ordered,
  },
  {
    // 05.03.25, 3/5/25
    pattern: /(?<![\d/.-]|\d:)(?<first>\d{1,2})(?<mark>[/.])(?<second>\d{1,2})\k<mark>(?<short>\d\d)(?![\d/-]|\.\d)/gu,
    read: ({ short = "", ...parts }, context) => {
      const date = ordered({ ...parts, year: `20${short}` }, context);
      // Unless they give a day, such numbers may not be a date at all.
      return date !== undefined && isDay(date) ? date : undefined;
    },
  },
  {
    // March 2025, marzo de 2025
    pattern: new RegExp(`(?<![\\p{L}\\d])(?<name>${WORD})\\.?,? ${OF}${YEAR}`, "giu"),
    read: named,
  },
];

/**
 * What comes first in a date of numbers. English without a region is written either way, except with dots, which only
 * the United States put between month and day. They also count hours in capitals: `3/5/2025 8:00 AM`.
 */
function orderOf(language: string, mark: string, after: string): "day" | "month" | undefined {
  try {
    const locale = new Intl.Locale(language);
    if (locale.language === "en" && locale.region === undefined) {
      if (mark.startsWith(".")) return "day";
      return /^,? (?:at |- )?\d{1,2}:\d\d(?::\d\d)? [AP]M\b/.test(after) ? "month" : undefined;
    }
    const parts = new Intl.DateTimeFormat(language, { day: "numeric", month: "numeric", year: "numeric" })
      .formatToParts(0)
      .map(({ type }) => type);
    if (parts.indexOf("day") < parts.indexOf("month")) return "day";
    // Where the year comes first, other orders are borrowed: in Canada both, elsewhere the day first.
    if (parts.indexOf("year") < parts.indexOf("month")) return locale.language === "en" ? undefined : "day";
    return mark.startsWith(".") ? undefined : "month";
  } catch {
    // A page may call its language anything.
    return undefined;
  }
}

function toPartial(year: string, month?: string | number, day?: string | number): PartialDate | undefined {
  const parts = [year, month, day].filter((part) => part !== undefined);
  const date = parts.map((part) => String(part).padStart(2, "0")).join("-");
  return isPartialDate(date) ? date : undefined;
}

/** Arabic, Persian and full-width digits in ASCII, which the patterns expect; the length stays. */
function withAsciiDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹０-９]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15));
}
