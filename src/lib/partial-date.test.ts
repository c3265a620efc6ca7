import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { daysBetween, formatDate, isPartialDate, startOf, yearOf } from "./partial-date.ts";

const days = fc
  .date({ min: new Date("1900-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const dates = fc.tuple(days, fc.constantFrom(4, 7, 10)).map(([day, length]) => day.slice(0, length));

test("every day of the calendar is a date, and so are its month and year", () => {
  fc.assert(fc.property(dates, (date) => assert.ok(isPartialDate(date))));
});

test("a day is a date exactly when the calendar has it", () => {
  const two = (max: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(2, "0"));
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2400 }), two(14), two(33), (year, month, day) => {
      const text = `${year}-${month}-${day}`;
      const time = new Date(`${text}T00:00:00Z`);
      const exists = !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
      assert.equal(isPartialDate(text), exists);
    }),
  );
});

test("other texts are no dates", () => {
  for (const text of ["", "24", "1899", "2024-1", "2024-13", "2024-00", "2026-02-30", "2024-05-17T00:00", "2024\n"]) {
    assert.equal(isPartialDate(text), false, JSON.stringify(text));
  }
  fc.assert(fc.property(fc.string(), (text) => !isPartialDate(text) || /^\d{4}(?:-\d\d){0,2}$/.test(text)));
});

test("startOf is a whole day of the same period, and no later day of it comes before", () => {
  fc.assert(
    fc.property(days, fc.constantFrom(4, 7, 10), (day, length) => {
      const start = startOf(day.slice(0, length));
      assert.ok(start.length === 10 && isPartialDate(start));
      assert.ok(start.startsWith(day.slice(0, length)));
      assert.ok(start <= day);
      assert.equal(yearOf(start), Number(day.slice(0, 4)));
    }),
  );
});

test("formatDate writes the precision that is known", () => {
  assert.equal(formatDate("2021"), "2021");
  assert.equal(formatDate("2021-10"), "October 2021");
  assert.equal(formatDate("2021-10-04"), "4 October 2021");
  assert.equal(formatDate("2021-10-04", "short"), "4 Oct 2021");
});

test("days are counted over months, leap days and years", () => {
  assert.equal(daysBetween("2026-11-22", "2026-11-22"), 0);
  assert.equal(daysBetween("2026-11-22", "2026-12-01"), 9);
  assert.equal(daysBetween("2024-02-28", "2024-03-01"), 2);
  assert.equal(daysBetween("2027-01-01", "2026-12-31"), -1);
});
