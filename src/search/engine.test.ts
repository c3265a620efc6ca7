import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fold } from "../lib/fold.ts";
import type { SearchRecord } from "../outputs/search-record.ts";
import { createEngine } from "./engine.ts";

const record = (title: string, more: Partial<SearchRecord> = {}): SearchRecord => ({
  kind: "news",
  title,
  href: `/${encodeURIComponent(title)}/`,
  detail: "",
  text: "",
  words: "",
  year: "",
  topics: [],
  standards: [],
  ...more,
});

const RECORDS = [
  record("Interoperability and why it matters", { text: "On FHIR, at length." }),
  record("FHIR servers compared: FHIR, FHIR and again FHIR"),
  record("#FHIR", { kind: "topic", detail: "Symplur" }),
  record("FHIR", { kind: "topic", detail: "HL7" }),
  record("Épic Systèmes", { kind: "organization" }),
  record("Azure API for FHIR", { kind: "offering", words: "Microsoft", standards: ["FHIR R4"] }),
  record("Claims by X12 270", { kind: "offering", topics: ["Payer: Eligibility"] }),
  record("Healthcare APIs: 3 Ways", { detail: "hitconsultant.net, 14 Oct 2021" }),
  record("واجهات برمجة التطبيقات"),
  record("医療 データ"),
];
const engine = createEngine(RECORDS);
const titles = (query: string) => engine.search(query).hits.map(({ title }) => title);
const NOTHING = { hits: [], terms: [], corrected: undefined, dropped: [] };

test("an exact title comes first", () => {
  assert.equal(titles("azure api for fhir")[0], "Azure API for FHIR");
  for (const { title } of RECORDS) assert.equal(fold(titles(title)[0] ?? ""), fold(title));
});

test("a title of more than twelve words, pasted whole, comes first", () => {
  const long = "one two three four five six seven eight nine ten eleven twelve";
  const { hits } = createEngine([record(`${long} alpha`), record(`${long} beta`)]).search(`${long} beta`);
  assert.equal(hits[0]?.title, `${long} beta`);
});

test("of two titles that differ by a sign, the one typed comes first", () => {
  assert.deepEqual(
    ["FHIR", "#FHIR"].map((query) => titles(query)[0]),
    ["FHIR", "#FHIR"],
  );
});

test("a hit has all words, wherever they stand in it", () => {
  assert.deepEqual(titles("microsoft r4"), ["Azure API for FHIR"]);
  assert.deepEqual(titles("hitconsultant apis"), ["Healthcare APIs: 3 Ways"]);
  assert.deepEqual(engine.search("microsoft r4").dropped, []);
  assert.equal(engine.search("microsoft r4").corrected, undefined);
});

test("words in the title count more than words elsewhere", () => {
  assert.deepEqual(titles("interoperability fhir"), ["Interoperability and why it matters"]);
  assert.equal(titles("fhir").at(-1), "Interoperability and why it matters");
});

test("one wrong letter is forgiven and told", () => {
  for (const typo of ["interoperabilty", "interoperabillity", "imteroperability", "interopreability"]) {
    const { hits, corrected, terms } = engine.search(typo);
    assert.equal(hits[0]?.title, "Interoperability and why it matters", typo);
    assert.equal(corrected, "interoperability");
    assert.deepEqual(terms, ["interoperability"]);
  }
});

test("two neighbours swapped are one slip, in short words too", () => {
  const { hits, corrected } = engine.search("azrue fihr");
  assert.equal(hits[0]?.title, "Azure API for FHIR");
  assert.equal(corrected, "azure fhir");
});

test("accents and case do not matter, in either direction", () => {
  for (const query of ["epic systemes", "ÉPIC SYSTÈMES", "e\u0301pic"])
    assert.deepEqual(titles(query), ["Épic Systèmes"]);
  assert.ok(titles("ázure").includes("Azure API for FHIR"));
});

test("while a word is being typed, its beginning finds it", () => {
  for (const length of [1, 2, 3, 4, 7, 12, 16]) {
    const typed = "interoperability".slice(0, length);
    assert.ok(titles(typed).includes("Interoperability and why it matters"), typed);
    assert.equal(engine.search(typed).corrected, undefined);
  }
});

test("words that had to be left out are named", () => {
  const { hits, dropped, corrected } = engine.search("azure zzzzzz microsoft");
  assert.deepEqual(
    hits.map(({ title }) => title),
    ["Azure API for FHIR"],
  );
  assert.deepEqual([dropped, corrected], [["zzzzzz"], undefined]);
  assert.deepEqual(engine.search("qqqqqq zzzzzz"), { ...NOTHING, dropped: ["qqqqqq", "zzzzzz"] });
});

test("signs around a word do not matter", () => {
  assert.deepEqual(titles("#FHIR").sort(), titles("fhir").sort());
  assert.deepEqual(titles("'fhir !\"^$|").sort(), titles("fhir").sort());
});

test("a query without a word finds nothing", () => {
  for (const query of ["", "   ", "#", "!?…", "\u0301", "\n"]) assert.deepEqual(engine.search(query), NOTHING);
});

test("ten thousand characters are cut, not searched", () => {
  assert.deepEqual(new Set(titles("fhir ".repeat(2000))), new Set(titles("fhir")));
  assert.deepEqual(engine.search("x".repeat(10_000)).hits, []);
  assert.ok(engine.search("a b c d e f g h ".repeat(1000)).terms.length <= 12);
});

test("other scripts are searched like any other", () => {
  assert.deepEqual(titles("برمجة"), ["واجهات برمجة التطبيقات"]);
  assert.deepEqual(titles("医療"), ["医療 データ"]);
});

test("digits are never respelt, and short words neither", () => {
  for (const query of ["271", "2701", "x13", "fhir4", "api2"]) {
    const { corrected, dropped } = engine.search(query);
    assert.deepEqual([corrected, dropped], [undefined, [query]]);
  }
  assert.deepEqual(engine.search("wys").dropped, ["wys"]);
});

test("nothing that can be typed makes it throw, and the outcome is the same each time", () => {
  const typed = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc
      .array(
        fc.constantFrom("fhir", "fihr", "azure", "x12", "!", "=", "|", "'", "\\", "é", "ﷺ", "constructor", "__proto__"),
      )
      .map((words) => words.join(" ")),
  );
  fc.assert(
    fc.property(typed, (query) => {
      const outcome = engine.search(query);
      assert.deepEqual(createEngine(RECORDS).search(query), outcome);
      assert.equal(new Set(outcome.hits).size, outcome.hits.length);
      for (const hit of outcome.hits) assert.ok(RECORDS.includes(hit));
    }),
  );
});

test("records of any text can be searched", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.string({ unit: "binary" }).map((title) => record(title)),
        { maxLength: 5 },
      ),
      (records) => {
        const any = createEngine(records);
        for (const { title } of records) any.search(title);
      },
    ),
  );
  assert.deepEqual(createEngine([]).search("fhir"), { ...NOTHING, dropped: ["fhir"] });
});

test("more hits than are ranked are all there, each once", () => {
  const many = Array.from({ length: 1000 }, (_, index) => record(`Story ${index} on FHIR`));
  const { hits } = createEngine([...many, record("FHIR")]).search("fhir");
  assert.equal(new Set(hits).size, 1001);
  assert.equal(hits[0]?.title, "FHIR");
});
