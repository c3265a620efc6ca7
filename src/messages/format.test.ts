import assert from "node:assert/strict";
import { test } from "node:test";
import { counted, format } from "./de/format.ts";
import { interfaceLanguage } from "./languages.ts";

test("German dates, spans, counts, lists and sizes are written as German writes them", () => {
  const dates = ["2024", "2024-05", "2024-05-01", "2026-09-30"];
  assert.deepEqual(
    dates.map((date) => format.date(date)),
    ["2024", "Mai 2024", "1. Mai 2024", "30. September 2026"],
  );
  assert.deepEqual(
    dates.map((date) => format.date(date, "short")),
    ["2024", "Mai 2024", "1. Mai 2024", "30. Sept. 2026"],
  );
  // Intl puts narrow spaces around the dash.
  const spans = [format.span("2026-11-16", "2026-11-22"), format.span("2025-12-29", "2026-01-04")];
  assert.deepEqual(
    spans.map((span) => span.replace(/\s/g, " ")),
    ["16.–22. November 2026", "29. Dezember 2025 – 4. Januar 2026"],
  );
  const forms = { one: "Meldung", other: "Meldungen" };
  assert.deepEqual(
    [0, 1, 2, 1234].map((count) => counted(count, forms)),
    ["0 Meldungen", "1 Meldung", "2 Meldungen", "1.234 Meldungen"],
  );
  assert.deepEqual([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(format.list), ["", "a", "a und b", "a, b und c"]);
  assert.deepEqual([1, 999, 1000, 340_200, 1_234_567].map(format.size), [
    "1 Byte",
    "999 Byte",
    "1 kB",
    "340 kB",
    "1,2 MB",
  ]);
});

test("the interface speaks the language of a tag with a territory, and English where it has none", () => {
  assert.deepEqual(["de", "de-AT", "en-GB", "fr"].map(interfaceLanguage), ["de", "de", "en", "en"]);
});
