/**
 * A date at the precision that is known: `2024`, `2024-05` or `2024-05-17`.
 * Text, so that no time zone can move it.
 */
export type PartialDate = string;

const PATTERN = /^(?:19|[2-9]\d)\d{2}(?:-\d{2}(?:-\d{2})?)?$/;
// Not from Intl, which takes 10 ms to load in every command, check and page of the search. Pure, so that a script that
// writes no date leaves them out.
const MONTHS =
  /* @__PURE__ */ "January February March April May June July August September October November December".split(" ");

/** True for a year, month or day that exists: `2024-02-29` does, `2023-02-29` and `2024-13` do not. */
export function isPartialDate(value: string): boolean {
  if (!PATTERN.test(value)) return false;
  const start = startOf(value);
  // The 30th of February is parsed as a day of March, and the 32nd of a month as none.
  const time = Date.parse(start);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(start);
}

/** The first day of the period known, `YYYY-MM-DD`; what the date is ordered by. */
export function startOf(date: PartialDate): string {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
}

/** How many days lie between two days, YYYY-MM-DD; negative when `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** Midnight UTC of a day as RFC 3339 writes it, `2026-01-02T00:00:00Z`, for readers that need a time and a zone. */
export function midnightOf(day: string): string {
  return `${day}T00:00:00Z`;
}

/** The year of the date, as a number. */
export function yearOf(date: PartialDate): number {
  return Number(date.slice(0, 4));
}

/** `14 October 2021`, `October 2021` or `2021`, with the month cut to three letters when `short`. */
export function formatDate(date: PartialDate, style: "long" | "short" = "long"): string {
  const [year = "", month, day] = date.split("-");
  if (month === undefined) return year;
  const name = MONTHS[Number(month) - 1] ?? "";
  const label = style === "short" ? name.slice(0, 3) : name;
  return day === undefined ? `${label} ${year}` : `${Number(day)} ${label} ${year}`;
}
