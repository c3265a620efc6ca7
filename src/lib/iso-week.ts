/** Weeks of ISO 8601, from Monday to Sunday: a week belongs to the year that its Thursday lies in. Named `2026-w47`. */
import { daysBetween } from "./partial-date.ts";

export interface WeekDays {
  /** The Monday. */
  readonly from: string;
  /** The Sunday. */
  readonly to: string;
  /** The Monday after. */
  readonly after: string;
}

const A_DAY = 86_400_000;
const PATTERN = /^(\d{4})-w(\d{2})$/;

/** The week of a day, YYYY-MM-DD. */
export function weekOf(day: string): string {
  const thursday = addDays(mondayOf(day), 3);
  const year = thursday.slice(0, 4);
  const number = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
  return `${year}-w${String(number).padStart(2, "0")}`;
}

/** Undefined for a week that does not exist: not every year has a 53rd. */
export function daysOfWeek(week: string): WeekDays | undefined {
  const [, year = "", number = ""] = PATTERN.exec(week) ?? [];
  if (year === "") return undefined;
  // The fourth of January is always in the first week.
  const from = addDays(mondayOf(`${year}-01-04`), (Number(number) - 1) * 7);
  return weekOf(from) === week ? { from, to: addDays(from, 6), after: addDays(from, 7) } : undefined;
}

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * A_DAY).toISOString().slice(0, 10);
}

function mondayOf(day: string): string {
  const weekday = new Date(Date.parse(day)).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}
