import assert from "node:assert/strict";
import { test } from "node:test";
import { askDeletion, countFollowed, countRead, countSaved } from "./de/following-page.ts";
import { describeFound, linkToFound } from "./de/search.ts";

test("a part of the results is counted in German with the case that follows 'von'", () => {
  const found = (total: number, part?: number) => describeFound({ total, part, without: [] });
  assert.deepEqual(
    [found(0), found(1), found(2), found(1234), found(1, 0), found(34, 3)],
    ["0 Ergebnisse", "1 Ergebnis", "2 Ergebnisse", "1.234 Ergebnisse", "0 von 1 Ergebnis", "3 von 34 Ergebnissen"],
  );
  const understood = { total: 1234, query: "azure fhir", without: ["foo", "bar"] };
  assert.equal(
    describeFound({ ...understood, newestFirst: "stories" }),
    "1.234 Ergebnisse für „azure fhir“ ohne „foo“, „bar“, neueste Meldungen zuerst",
  );
  assert.equal(linkToFound(understood), "Alle 1.234 Ergebnisse für „azure fhir“ ohne „foo“, „bar“");
});

test("what German deletes is named in one case, whatever its number", () => {
  assert.equal(
    askDeletion([countFollowed(1), countSaved(2), countRead(1234)]),
    "Von diesem Gerät löschen: 1 gefolgter Eintrag, 2 gemerkte Einträge und 1.234 als gelesen markierte Meldungen?",
  );
});
