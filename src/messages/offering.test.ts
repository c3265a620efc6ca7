import assert from "node:assert/strict";
import { test } from "node:test";
import { offeringsLeft, storiesLeft } from "./browser/de/filters.ts";
import { certified } from "./de/certified.ts";
import { offering } from "./de/offering.ts";

const counts = [0, 1, 2, 1234];

test("German counts stand in the case that their sentence asks for", () => {
  assert.deepEqual(counts.map(offering.count), ["0 Angebote", "1 Angebot", "2 Angebote", "1.234 Angebote"]);
  assert.deepEqual(
    counts.map((count) => offeringsLeft(0, count)),
    ["0 von 0 Angeboten", "0 von 1 Angebot", "0 von 2 Angeboten", "0 von 1.234 Angeboten"],
  );
  assert.equal(storiesLeft(1234, 12_345), "1.234 von 12.345 Meldungen");
  assert.equal(
    certified.criteriaMet(2, certified.versions(["2.0", "1.0"])),
    "2 Kriterien erfüllt von den Versionen 2.0 und 1.0",
  );
});

test("the day, the month and the year of a German date have prepositions of their own", () => {
  assert.deepEqual([undefined, "2019", "2024-05", "2026-09-30"].map(offering.lifecycleDate), [
    "(Datum nicht angegeben)",
    "2019",
    "im Mai 2024",
    "am 30. September 2026",
  ]);
});
