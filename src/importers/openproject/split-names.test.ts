import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { splitNames } from "./split-names.ts";

const JANE = "Jane Doe";
const JOHN = "John Roe";

const PEOPLE: readonly (readonly [text: string, ...names: string[]])[] = [
  ["Jane Doe", JANE],
  ["  By Jane   Doe ", JANE],
  ["Jane Doe; John Roe", JANE, JOHN],
  ["Jane Doe;John Roe;", JANE, JOHN],
  ["Jane Doe\nJohn Roe", JANE, JOHN],
  ["Jane Doe\r\n\r\nJohn Roe\r\n", JANE, JOHN],
  ["*   Jane Doe\n*   John Roe", JANE, JOHN],
  ["1. Jane Doe\n2. John Roe", JANE, JOHN],
  ["Jane Doe\\\nJohn Roe", JANE, JOHN],
  ["Jane Doe<br>John Roe", JANE, JOHN],
  ["Jane Doe, John Roe", JANE, JOHN],
  ["Jane Doe and John Roe", JANE, JOHN],
  ["By Jane Doe AND John Roe", JANE, JOHN],
  ["Jane Doe & John Roe", JANE, JOHN],
  ["Jane Doe/John Roe", JANE, JOHN],
  ["Jane Doe | John Roe", JANE, JOHN],
  ["Jane Doe, John Roe, and Ann B. Example", JANE, JOHN, "Ann B. Example"],
  ["Jane Doe und Jürgen von der Tann", JANE, "Jürgen von der Tann"],
  ["Jane Doe et Amélie d'Été", JANE, "Amélie d'Été"],
  ["Jane Doe oraz Jan Nowak", JANE, "Jan Nowak"],
  ["Jane Doe y José Ortega", JANE, "José Ortega"],
  ["Jane Doe, MD", JANE],
  ["Jane Doe, MD, PhD and John Roe, M.P.H., FACP", JANE, JOHN],
  ["John Roe, Jr., Jane Doe, PharmD", JOHN, JANE],
  ["张伟、李娜", "张伟", "李娜"],
  ["Jane Doe, MD; Acme, Inc.", JANE, "Acme, Inc."],
  ["Jane Doe MD MPH; Dr. John Roe", JANE, JOHN],
  ["Jane Doe MD MPH", JANE],
  ["Dr. Jane Doe", JANE],
  ["Mary Ann E Van Buren", "Mary Ann E Van Buren"],
  ["Kim, Jong; Lee, Ann", "Jong Kim", "Ann Lee"],
  ["MIT Technology Review", "MIT Technology Review"],
  ["Y Combinator", "Y Combinator"],
  ["Acme, Inc.;", "Acme, Inc."],
  ["Ali al-Hassan, Ludwig van Beethoven", "Ali al-Hassan", "Ludwig van Beethoven"],
];

/** Nobody but a person can tell whether these are one or several. */
const WHOLE = [
  "Centers for Medicare & Medicaid Services",
  "McKinsey & Company",
  "Johnson & Johnson",
  "Skadden Arps, Slate Meagher & Flom LLP",
  "Brigham and Women's Hospital",
  "Food and Drug Administration",
  "Blue Cross & Blue Shield",
  "Health Affairs, Policy Research Group",
  "Doe, Jane",
  "Jane and John Doe",
  "Jane Doe, Chief Medical Officer, Acme Health",
  "Jane Doe, Boston",
  "Acme, Inc.",
  "editorial team, newsroom",
  "Jane Doe - John Roe",
  "Jane Doe · John Roe",
];

describe("one text names", () => {
  for (const [text, ...names] of PEOPLE) {
    test(JSON.stringify(text), () => assert.deepEqual(splitNames(text), { names, isSure: true }));
  }
  for (const text of WHOLE) {
    test(`${text}: one, and this is not sure`, () =>
      assert.deepEqual(splitNames(text), { names: [text], isSure: false }));
  }
  for (const text of ["Editorial Team", "Cher", "jane@example.org", "Health Level Seven International"]) {
    test(`${text}: one`, () => assert.deepEqual(splitNames(text), { names: [text], isSure: true }));
  }
  test("nobody", () => {
    for (const text of ["", " ", ";", "\n*  \n", ", "]) assert.deepEqual(splitNames(text).names, []);
  });
});

test("a text of any kind gives names of its own letters, each with one", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(..." ,;&/\n", "Jane", "doe", "MD", " and ", "By ", "张", "*")), (pieces) => {
      const text = pieces.join("");
      const { names } = splitNames(text);
      for (const name of names) assert.match(name, /[\p{L}]/u);
      const letters = (one: string) => one.replace(/[^\p{L}]/gu, "");
      let from = 0;
      for (const name of names.map(letters)) {
        const at = letters(text).indexOf(name, from);
        assert.ok(at >= from, `${name} of ${text}`);
        from = at + name.length;
      }
    }),
  );
});
