import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isPartialDate } from "../../lib/partial-date.ts";
import { dateInAddress, readDate } from "./read-date.ts";

const TODAY = "2026-11-22";

test("a date is read at the precision that it has, as the day of its source", () => {
  const dates: Record<string, string | undefined> = {
    "2024-05-17": "2024-05-17",
    "2024-05-17T23:30:00-07:00": "2024-05-17",
    "2024-05-17 10:00:00": "2024-05-17",
    "2016-05-04@15:56:14 UTC": "2016-05-04",
    "2024/5/7": "2024-05-07",
    "2024-05": "2024-05",
    "2024": "2024",
    "20240517": "2024-05-17",
    "1715904000": "2024-05-17",
    "1715904000000": "2024-05-17",
    "May 17, 2024": "2024-05-17",
    "Fri, 17 May 2024 09:00:00 GMT": "2024-05-17",
    "Sept. 3, 2024 at 10:00": "2024-09-03",
    "17th of May 2024": "2024-05-17",
    "17-May-2024": "2024-05-17",
    "May 2024": "2024-05",
    "Posted on May 17, 2024 by Ada": "2024-05-17",
    "17/05/2024": "2024-05-17",
    "5/17/2024": "2024-05-17",
    "04/06/2016": "2016",
    "Wed, 04/06/2016 - 17:57": "2016-04-06",
    "04.06.2016": "2016-06-04",
    "5. 3. 2025": "2025-03-05",
    "17/05/24": "2024-05-17",
    "2025.03.05": "2025-03-05",
    "Mar. 5, 2025": "2025-03-05",
    "5th March 2025": "2025-03-05",
    "5.Mar.2025": "2025-03-05",
    "2025-Mar-05": "2025-03-05",
    "2025/Mar/05": "2025-03-05",
    "May 2024 issue, out on May 17, 2024": "2024-05-17",
    "Wed Mar 05 2025 00:34:00 GMT+0000 (UTC)": "2025-03-05",
    "20250305T1000": "2025-03-05",
    "/Date(1741158000000)/": "2025-03-05",
    "Datum:05.03.25": "2025-03-05",
    "发布时间:2025-03-05 10:00": "2025-03-05",
    "3/5/25 8:00 AM": "2025-03-05",
    "03/05/2025, 8:00:00 PM": "2025-03-05",
    "03/05/2025 08:00": "2025",
    "10:2025-03-05": undefined,
    "v2024.10.11": undefined,
    "10.11.12.13": undefined,
    "1.2.2025.3": undefined,
    "3 min read": undefined,
    "2 hours ago": undefined,
    "Maybe 17, 2024": undefined,
    "2024 was good": undefined,
    "2024-02-30": undefined,
    "2024-13-01": undefined,
    "1970-01-01": undefined,
    "2026-11-23": "2026-11-23",
    "2026-11-24": undefined,
    "2031": undefined,
    "": undefined,
  };
  for (const [given, expected] of Object.entries(dates)) assert.equal(readDate(given, TODAY), expected, given);
});

test("months are read in the language of the page, and in English", () => {
  assert.equal(readDate("17 mai 2024", TODAY, "fr"), "2024-05-17");
  assert.equal(readDate("17 de mayo de 2024", TODAY, "es"), "2024-05-17");
  assert.equal(readDate("17. März 2024", TODAY, "de"), "2024-03-17");
  assert.equal(readDate("17 giugno 2022", TODAY, "it"), "2022-06-17");
  assert.equal(readDate("17 Mrz 2024", TODAY, "de"), "2024-03-17");
  assert.equal(readDate("17 Jänner 2024", TODAY, "de"), "2024-01-17");
  assert.equal(readDate("5 d’abril de 2025", TODAY, "ca"), "2025-04-05");
  assert.equal(readDate("2025 m. kovo 5 d.", TODAY, "lt"), "2025-03-05");
  assert.equal(readDate("2025. gada 5. marts", TODAY, "lv"), "2025-03-05");
  assert.equal(readDate("٥ مارس ٢٠٢٥", TODAY, "ar"), "2025-03-05");
  assert.equal(readDate("5 मार्च 2025", TODAY, "hi"), "2025-03-05");
  assert.equal(readDate("ngày 5 tháng 3 năm 2025", TODAY, "vi"), "2025-03-05");
  assert.equal(readDate("5. ožujka 2025.", TODAY, "hr"), "2025-03-05");
  // Of a language that the page does not state, unless languages disagree: October in Croatia, November in Poland.
  assert.equal(readDate("5 marca 2025", TODAY, "en"), "2025-03-05");
  assert.equal(readDate("5 listopad 2024", TODAY, "en"), undefined);
  assert.equal(readDate("May 17, 2024", TODAY, "not a language"), "2024-05-17");
});

test("numbers are in the order of the language, and in no other where English leaves it open", () => {
  const orders: Record<string, string> = {
    "en-GB": "2025-03-05",
    "en-US": "2025-05-03",
    en: "2025",
    "en-CA": "2025",
    "en-DE": "2025-03-05",
    fr: "2025-03-05",
    "sv-SE": "2025-03-05",
    nl: "2025-03-05",
    "not a language": "2025",
  };
  for (const [language, expected] of Object.entries(orders)) {
    for (const text of ["5/3/2025", "05-03-2025"]) assert.equal(readDate(text, TODAY, language), expected, language);
  }
  assert.equal(readDate("05.03.2025", TODAY, "de"), "2025-03-05");
  assert.equal(readDate("05.03.2025", TODAY, "en-US"), "2025");
  assert.equal(readDate("Mi., 05.03.2025", TODAY, "en-US"), "2025");
  assert.equal(readDate("05.03.25", TODAY, "de"), "2025-03-05");
});

test("an address may have a day, a month, or neither", () => {
  const addresses: Record<string, string | undefined> = {
    "https://a.example/2024/05/17/story": "2024-05-17",
    "https://a.example/2024/5/story": "2024-05",
    "https://a.example/blog/2024-05-17-story": "2024-05-17",
    "https://a.example/2024/may/17/story": "2024-05-17",
    "https://a.example/news/20240517/story": "2024-05-17",
    "https://a.example/2024/17/story": undefined,
    "https://a.example/2024-05/story": "2024-05",
    "https://a.example/story-2024-05-17.html": "2024-05-17",
    "https://a.example/issues/2019-4/": undefined,
    "https://a.example/ausgabe/2019/04/": undefined,
    "https://a.example/blog/2019-4/": undefined,
    "https://a.example/a/x-dpa.urn-newsml-dpa-com-20090101-190305-99-254321": undefined,
    "https://a.example/a/urn:newsml:dpa.com:20090101:190305-99-254321/4": undefined,
    "https://a.example/id_2011051234.html": undefined,
    "https://a.example/x_201105121234.html": "2011-05-12",
    "https://a.example/20110512123456": "2011-05-12",
    "https://a.example/artikel/20110512.html": "2011-05-12",
    "https://a.example/termine/2019-04-11-konferenz": "2019-04-11",
    "https://a.example/2099/05/17/story": undefined,
    "https://a.example/cms-2024-0057": undefined,
    "https://a.example/story?d=2024-05-17": undefined,
    "no address": undefined,
  };
  for (const [given, expected] of Object.entries(addresses)) {
    assert.equal(dateInAddress(given, TODAY)?.value, expected, given);
  }
});

test("whatever the text, what comes out is a date that has been", () => {
  const part = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.constantFrom("2024", "-", "/", "May ", "31", "02", ", ", " de ", "99"),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), fc.string({ maxLength: 5 }), (parts, language) => {
      const date = readDate(parts.join(""), TODAY, language);
      assert.ok(date === undefined || (isPartialDate(date) && date <= "2026-11-23" && date >= "1990"));
    }),
  );
});
