/**
 * A date at the precision that is known: `2024`, `2024-05` or `2024-05-17`.
 * Text, so that no time zone can move it.
 */
export type PartialDate = string;

const PATTERN = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** True for a year, month or day that exists: `2024-02-29` does, `2023-02-29` and `2024-13` do not. */
export function isPartialDate(value: string): boolean {
  const match = PATTERN.exec(value);
  if (!match) return false;
  const [, year, month, day] = match;
  if (Number(year) < 1900) return false;
  if (month === undefined) return true;
  if (Number(month) < 1 || Number(month) > 12) return false;
  if (day === undefined) return true;
  return Number(day) >= 1 && Number(day) <= daysInMonth(Number(year), Number(month));
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

function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}
