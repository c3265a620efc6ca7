import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addDays, daysOfWeek, weekOf } from "./iso-week.ts";

/** Every day of sixty years. */
const DAYS = Array.from({ length: 60 * 366 }, (_, index) => addDays("1990-01-01", index)).filter(
  (day) => day < "2050-01-01",
);

const weekday = new Intl.DateTimeFormat("en", { weekday: "long", timeZone: "UTC" });

test("the year of a week is that of its Thursday, also around New Year", () => {
  const days = ["2026-11-22", "2026-11-23", "2025-12-29", "2026-01-01", "2026-12-31", "2027-01-03", "2027-01-04"];
  assert.deepEqual(days.map(weekOf), [
    "2026-w47",
    "2026-w48",
    "2026-w01",
    "2026-w01",
    "2026-w53",
    "2026-w53",
    "2027-w01",
  ]);
});

test("a week changes each Monday and on no other day, over sixty years", () => {
  const changes = DAYS.filter((day) => weekOf(day) !== weekOf(addDays(day, -1)));
  const mondays = DAYS.filter((day) => weekday.format(new Date(`${day}T00:00:00Z`)) === "Monday");
  assert.deepEqual(changes, mondays);
});

test("the weeks of a year count from 1 to 52 or 53, as many as it has Thursdays", () => {
  const thursdays = DAYS.filter((day) => weekday.format(new Date(`${day}T00:00:00Z`)) === "Thursday");
  for (const [year, own] of Map.groupBy(thursdays, (day) => day.slice(0, 4)))
    assert.deepEqual(
      own.map(weekOf),
      own.map((_, index) => `${year}-w${String(index + 1).padStart(2, "0")}`),
    );
});

test("a day lies in its week, which has seven days and ends before the next", () => {
  fc.assert(
    fc.property(fc.constantFrom(...DAYS), (day) => {
      const days = daysOfWeek(weekOf(day));
      assert.ok(days);
      assert.ok(days.from <= day && day <= days.to, day);
      assert.equal(addDays(days.from, 6), days.to);
      assert.equal(addDays(days.to, 1), days.after);
      assert.notEqual(weekOf(days.after), weekOf(day));
    }),
  );
});

test("a week that does not exist has no days", () => {
  for (const week of ["2026-w00", "2026-w54", "2025-w53", "2026-W47", "2026-47", "2026-w7", ""])
    assert.equal(daysOfWeek(week), undefined, week);
  assert.deepEqual(daysOfWeek("2026-w53"), { from: "2026-12-28", to: "2027-01-03", after: "2027-01-04" });
});
