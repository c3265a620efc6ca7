import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fold } from "../../lib/fold.ts";
import type { RecordKind, SearchRecord, SearchRecords } from "../index/search-record.ts";
import { anyRecords, anyText, makeRecords, record } from "../testing.ts";
import { searchRecords } from "./engine.ts";
import { BEST, FEW, type Highlighted, type Hit, MANY, type SearchAnswer, type SearchRequest } from "./search-answer.ts";

const RECORDS = [
  record("Azure API for FHIR", { kind: "offering", fields: { vendor: ["Microsoft"], standard: ["FHIR R4"] } }),
  record("Claims by X12 270", { kind: "offering", fields: { topic: ["Payer: Eligibility"] } }),
  record("#FHIR", { kind: "topic", detail: "Symplur" }),
  record("FHIR", { kind: "topic", detail: "HL7" }),
  record("Épic Systèmes", { kind: "organization" }),
  record("FHIR servers compared: FHIR, FHIR and again FHIR", { date: "2021-10-14" }),
  record("Interoperability and why it matters", { text: "On FHIR, at length.", date: "2021" }),
  record("Healthcare APIs: 3 Ways", { detail: "hitconsultant.net", date: "2020-01" }),
  record("واجهات برمجة التطبيقات"),
  record("医療 データ"),
];
const engine = searchRecords({ records: RECORDS, synonyms: [] });

const engineOf = (records: readonly SearchRecord[], synonyms: SearchRecords["synonyms"] = []) =>
  searchRecords({ records, synonyms });
const titlesOf = ({ hits }: SearchAnswer) => hits.map(({ record: { title } }) => title);
const titles = async (query: string, among = engine) => titlesOf(await among.search({ query }));
/** `On [FHIR], at length.` */
const highlighted = (pieces: Highlighted) => pieces.map((piece, at) => (at % 2 === 0 ? piece : `[${piece}]`)).join("");

/** An answer without a hit. */
const nothing = (query: string, dropped: readonly string[] = []) => ({
  query,
  total: 0,
  count: 0,
  hits: [],
  groups: [],
  corrected: undefined,
  dropped,
  rest: "complete",
});

async function assertNothing(query: string, dropped: readonly string[] = [], among = engine): Promise<void> {
  const { facets, ...answer } = await among.search({ query });
  assert.deepEqual(answer, nothing(query, dropped));
  assert.ok(facets.every(({ values }) => values.length === 0));
}

// What is found.

test("a hit has all words, wherever they stand in it", async () => {
  for (const query of ["microsoft r4", "microsoft fhir azure"]) {
    const answer = await engine.search({ query });
    assert.deepEqual(titlesOf(answer), ["Azure API for FHIR"]);
    assert.deepEqual([answer.dropped, answer.corrected, answer.total], [[], undefined, 1]);
  }
  assert.deepEqual(await titles("hitconsultant apis"), ["Healthcare APIs: 3 Ways"]);
  assert.deepEqual(await titles("eligibility x12"), ["Claims by X12 270"]);
  assert.deepEqual(await titles("2020 apis"), ["Healthcare APIs: 3 Ways"]);
});

test("while a word is being typed, its beginning finds it", async () => {
  for (const length of [1, 2, 3, 4, 7, 12, 16]) {
    const query = "interoperability".slice(0, length);
    const answer = await engine.search({ query });
    assert.ok(titlesOf(answer).includes("Interoperability and why it matters"), query);
    assert.equal(answer.corrected, undefined);
  }
});

test("accents and case do not matter, in either direction", async () => {
  for (const query of ["epic systemes", "ÉPIC SYSTÈMES", "e\u0301pic"])
    assert.deepEqual(await titles(query), ["Épic Systèmes"]);
  assert.ok((await titles("ázure")).includes("Azure API for FHIR"));
});

test("two spellings of one word find each other", async () => {
  const spellings = [
    ["Gießen", "Giessen", "GIESSEN"],
    ["Smørrebrød", "Smorrebrod"],
    ["Æskulap", "Aeskulap"],
    ["Łódź", "Lodz"],
    ["Node.js", "NodeJS", "node js"],
    ["A.I.", "AI", "a.i"],
    ["Pre-op", "preop", "pre op", "Pre‑op"],
    ["1,000", "1000", "1.000", "1 000", "1’000", "1\u202f000"],
    ["X-ray", "Xray"],
    ["R&D", "RD"],
    ["Ph.D.", "PhD"],
    ["O’Reilly", "OReilly"],
    ["Hawaiʻi", "Hawaii"],
    ["in\u00adter\u00adop", "interop"],
    ["हिन्दी", "हिन्\u200dदी"],
  ];
  const about = (spelling: string) => `About ${spelling} in hospitals`;
  for (const group of spellings)
    for (const [at, written] of group.entries()) {
      const among = engineOf([record(about(written)), record("About nothing in hospitals")]);
      for (const [other, typed] of group.entries()) {
        // Two words that nothing joins are looked for as two, unless each is long enough to be told from an ending.
        if (at !== other && written.includes(" ") && !/\d/.test(written)) continue;
        const { dropped, hits } = await among.search({ query: typed });
        assert.deepEqual([titlesOf({ hits } as SearchAnswer), dropped], [[about(written)], []], `${typed}: ${written}`);
        assert.ok((hits[0]?.title.length ?? 0) > 1, `${typed} is marked in ${written}`);
      }
    }
});

test("a word inside a run without spaces is found and marked, and so is a part of the run", async () => {
  for (const title of [
    "医療FHIRデータ連携基盤",
    "基于FHIR的医疗信息平台",
    "โรงพยาบาลFHIRที่ดี",
    "의료FHIR서버",
    "الـFHIR في",
  ]) {
    const among = engineOf([record(title), record("電子カルテ")]);
    const { hits } = await among.search({ query: "fhir" });
    assert.deepEqual(
      hits.map((hit) => highlighted(hit.title)),
      [title.replace("FHIR", "[FHIR]")],
    );
  }
  const among = engineOf([
    record("名医の電子カルテ連携"),
    record("データ連携"),
    record("โรงพยาบาลที่ดี"),
    record("की"),
    record("का"),
  ]);
  const marked = async (query: string) => (await among.search({ query })).hits.map((hit) => highlighted(hit.title));
  assert.deepEqual(await marked("電子カルテ"), ["名医の[電子カルテ]連携"]);
  assert.deepEqual(await marked("医"), ["名[医の]電子カルテ連携"]);
  assert.deepEqual(await marked("พยาบาล"), ["โรง[พยาบาล]ที่ดี"]);
  assert.deepEqual(await marked("का"), ["[का]"]);
  assert.deepEqual(await marked("カルテ データ"), ["[データ]連携"]);
  const partly = await among.search({ query: "電子処方カルテ" });
  assert.deepEqual(
    [partly.hits.map((hit) => highlighted(hit.title)), partly.dropped],
    [["名医の[電子][カルテ]連携"], ["子処方カ"]],
  );
});

test("signs around a word do not matter", async () => {
  const plain = await titles("fhir");
  for (const query of ["#FHIR", "'fhir !\"^$|", "(fhir)", "fhir fhir", " fhir\n"])
    assert.deepEqual((await titles(query)).sort(), plain.toSorted(), query);
});

test("other scripts are searched like any other", async () => {
  assert.deepEqual(await titles("برمجة"), ["واجهات برمجة التطبيقات"]);
  assert.deepEqual(await titles("医療"), ["医療 データ"]);
  assert.deepEqual(await titles("デー"), ["医療 データ"]);
});

test("a query without a word finds nothing", async () => {
  for (const query of ["", "   ", "#", "!?…", "\u0301", "\n", "\ud800"]) await assertNothing(query);
});

test("an engine without records finds nothing", async () => {
  await assertNothing("fhir", ["fhir"], engineOf([]));
  await assertNothing("the", ["the"], engineOf([]));
});

test("words that JavaScript knows are words like any other", async () => {
  const words = ["constructor", "__proto__", "toString", "hasOwnProperty"];
  for (const word of words) await assertNothing(word, [word.replaceAll("_", "")]);
  const odd = engineOf(
    words.map((word) => record(`Story on ${word}`, { fields: { topic: [word], publisher: [word] } })),
  );
  for (const word of words) {
    const answer = await odd.search({ query: word, selection: new Map([["topic", new Set([word])]]) });
    assert.deepEqual([titlesOf(answer), answer.dropped], [[`Story on ${word}`], []]);
  }
});

test("a word that had to be left out is named as it was typed", async () => {
  const { dropped } = await engineOf([record("Azure")]).search({ query: "azure, “QQQQQQ”!" });
  assert.deepEqual(dropped, ["QQQQQQ"]);
  const { dropped: signs } = await engineOf([record("Azure")]).search({ query: "㈀" });
  assert.deepEqual(signs, ["㈀"], "a sign that folds to a letter");
});

// Other ways to say or write it.

test("a synonym of several words is found only where they stand together", async () => {
  const some = [record("Software as a service"), record("A service for software"), record("As service, a software")];
  const engine = engineOf(some, [["saas", ["software as a service"]]]);
  assert.deepEqual(await titles("saas", engine), ["Software as a service"]);
});

test("a synonym is never rarer than what was typed", async () => {
  const some = [...Array.from({ length: 20 }, (_, at) => record(`FHIR ${at}`)), record("Resources by their long name")];
  const engine = engineOf(some, [["fhir", ["long name"]]]);
  for (const title of await titles("fhir", engine)) assert.match(title, /^FHIR/);
});

test("news is not the plural of new", async () => {
  assert.deepEqual(await titles("news", engineOf([record("Health news"), record("A new thing")])), ["Health news"]);
});

test("a synonym works in the direction in which it is given", async () => {
  const some = [record("An EHR"), record("An EMR"), record("Other")];
  const both = engineOf(some, [
    ["ehr", ["emr"]],
    ["emr", ["ehr"]],
  ]);
  for (const query of ["ehr", "emr"]) assert.deepEqual((await titles(query, both)).sort(), ["An EHR", "An EMR"]);
  const oneWay = engineOf(some, [["emr", ["ehr"]]]);
  assert.deepEqual((await titles("emr", oneWay)).sort(), ["An EHR", "An EMR"]);
  assert.deepEqual(await titles("ehr", oneWay), ["An EHR"]);
});

test("what was typed comes before its synonym, and neither is a correction", async () => {
  const { hits, corrected, dropped } = await engineOf([record("An EHR"), record("An EMR")], [["emr", ["ehr"]]]).search({
    query: "emr",
  });
  assert.deepEqual(
    hits.map(({ title }) => highlighted(title)),
    ["An [EMR]", "An [EHR]"],
  );
  assert.deepEqual([corrected, dropped], [undefined, []]);
});

test("a synonym of several words, for one or for several", async () => {
  const synonyms: SearchRecords["synonyms"] = [
    ["ehr", ["electronic health record"]],
    ["electronic health record", ["ehr"]],
    ["va", ["department of veterans affairs"]],
  ];
  const some = engineOf(
    [
      record("An electronic health record"),
      record("An EHR in hospitals"),
      record("A health record"),
      record("Department of Veterans Affairs"),
    ],
    synonyms,
  );
  assert.deepEqual((await titles("ehr", some)).sort(), ["An EHR in hospitals", "An electronic health record"]);
  assert.deepEqual(
    (await titles("electronic health record", some)).sort(),
    ["An EHR in hospitals", "An electronic health record"],
    "one word stands for three",
  );
  assert.deepEqual(await titles("electronic health record hospitals", some), ["An EHR in hospitals"]);
  assert.deepEqual(await titles("va", some), ["Department of Veterans Affairs"]);
});

test("a synonym of several words is highlighted only where they stand together", async () => {
  const text = "A record of health, electronic or not; an electronic health-record system.";
  const [hit] = (
    await engineOf([record("X", { text })], [["ehr", ["electronic health record"]]]).search({ query: "ehr" })
  ).hits;
  assert.equal(
    hit && highlighted(hit.text),
    "A record of health, electronic or not; an [electronic] [health]-[record] system.",
  );
});

test("of synonyms that begin with the same word the longest counts", async () => {
  const some = engineOf(
    [record("OSS tool"), record("Public source")],
    [
      ["open", ["public"]],
      ["open source", ["oss"]],
    ],
  );
  assert.deepEqual(await titles("open source", some), ["OSS tool"]);
  assert.deepEqual(await titles("open", some), ["Public source"]);
});

test("two and three words are found where they are written as one", async () => {
  const some = engineOf([
    record("AWS HealthLake"),
    record("A lake of data"),
    record("OpenMRSCore"),
    record("Open health"),
  ]);
  for (const query of ["health lake", "aws health lake"]) {
    const { hits, corrected, dropped } = await some.search({ query });
    assert.equal(
      hits[0] && highlighted(hits[0].title),
      query.startsWith("aws") ? "[AWS] [HealthLake]" : "AWS [HealthLake]",
    );
    assert.deepEqual([corrected, dropped, hits.length], [undefined, [], 1]);
  }
  assert.deepEqual(await titles("open mrs core", some), ["OpenMRSCore"]);
});

test("a word that makes a known one with its neighbour is not taken for a slip", async () => {
  const some = engineOf([record("AWS HealthLake"), record("Health data on AWS HealthLake", { text: "By Laks Rao" })]);
  const { hits, corrected } = await some.search({ query: "health lake" });
  assert.deepEqual([hits[0]?.record.title, corrected], ["AWS HealthLake", undefined]);
  assert.equal((await some.search({ query: "lake" })).corrected, "laks");
});

test("a word is found where it is written as two, when it is not known as one", async () => {
  const some = engineOf([record("Open MRS"), record("Open source"), record("MRS")]);
  const { hits, corrected, dropped } = await some.search({ query: "openmrs" });
  assert.deepEqual(
    hits.map(({ title }) => highlighted(title)),
    ["[Open] [MRS]"],
  );
  assert.deepEqual([corrected, dropped], [undefined, []]);
  assert.deepEqual(await titles("openmrs", engineOf([record("OpenMRS"), record("Open MRS")])), ["OpenMRS"]);
});

test("letters and digits are parted wherever they meet, others only into two of three signs or more", async () => {
  const some = engineOf([record("ICD 11 codes"), record("X12 270"), record("R 4"), record("an api"), record("4 a")]);
  assert.deepEqual(await titles("icd11", some), ["ICD 11 codes"]);
  assert.deepEqual(await titles("x12270", some), ["X12 270"]);
  assert.deepEqual(await titles("11270", some), []);
  assert.deepEqual(await titles("r4", some), ["R 4"]);
  assert.deepEqual(await titles("4a", some), ["4 a"]);
  assert.deepEqual(await titles("anapi", some), []);
});

test("a plural finds the singular, and a singular the plural", async () => {
  const pairs = { terminology: "terminologies", server: "servers", patch: "patches", box: "boxes", class: "classes" };
  for (const [one, many] of Object.entries(pairs)) {
    const some = engineOf([record(`A ${one}`), record(`Two ${many}`), record("Other")]);
    for (const query of [one, many]) {
      const { hits, corrected, dropped } = await some.search({ query });
      assert.deepEqual(
        hits.map(({ title }) => highlighted(title)).sort(),
        [`A [${one}]`, `Two [${many}]`],
        `${query} among ${one} and ${many}`,
      );
      assert.deepEqual([corrected, dropped], [undefined, []]);
    }
  }
});

// Slips.

test("one wrong letter is forgiven and told", async () => {
  for (const query of ["interoperabilty", "interoperabillity", "imteroperability", "interopreability"]) {
    const { hits, corrected, dropped } = await engine.search({ query });
    assert.equal(hits[0] && highlighted(hits[0].title), "[Interoperability] and why it matters", query);
    assert.deepEqual([corrected, dropped], ["interoperability", []]);
  }
});

test("two neighbours swapped are one slip, in short words too", async () => {
  const { hits, corrected } = await engine.search({ query: "azrue fihr" });
  assert.equal(hits[0] && highlighted(hits[0].title), "[Azure] API for [FHIR]");
  assert.equal(corrected, "azure fhir");
});

test("a word with a slip is found while it is still being typed", async () => {
  const { hits, corrected } = await engine.search({ query: "inetrope" });
  assert.equal(hits[0] && highlighted(hits[0].title), "[Interoperability] and why it matters");
  assert.equal(corrected, "interoperability");
});

test("only what was spelt differently is corrected, as it is written in the best hit, the rest as it was typed", async () => {
  assert.equal((await engine.search({ query: "Micrsoft AZURE fhi" })).corrected, "microsoft azure fhi");
  assert.equal((await engine.search({ query: "epic systmes zzzzzz" })).corrected, "epic systemes");
});

test("the correction is that of the words ranked, in whatever order the hits are shown", async () => {
  const some = engineOf([record("Another", { text: "azue", date: "2026" }), record("Azure", { date: "2020" })]);
  for (const sort of ["relevance", "date"] as const)
    assert.equal((await some.search({ query: "azrue", sort })).corrected, "azure", sort);
});

test("digits are never corrected, and short words neither", async () => {
  for (const query of ["271", "2701", "x13", "fhir4x", "api2"]) await assertNothing(query, [query]);
  await assertNothing("wys", ["wys"]);
});

test("a word that is known is never corrected; one that no record has beside the others is left out", async () => {
  const some = engineOf([record("The form of a patient"), record("From the clinic"), record("Forms")]);
  const both = await some.search({ query: "form patient" });
  assert.deepEqual([titlesOf(both), both.corrected], [["The form of a patient"], undefined]);
  const alone = await some.search({ query: "form" });
  assert.deepEqual([titlesOf(alone).sort(), alone.corrected], [["Forms", "The form of a patient"], undefined]);
  const servers = engineOf([record("HAPI FHIR"), record("API of FHIR", { text: "Documentation of an api." })]);
  const hapi = await servers.search({ query: "hapi fhir documentation" });
  assert.deepEqual([titlesOf(hapi), hapi.corrected, hapi.dropped], [["HAPI FHIR"], undefined, ["documentation"]]);
});

test("what is written as it was typed comes before what is similar, and that before what is less similar", async () => {
  const some = engineOf([
    record("Certificatxxn tests"),
    record("Certificatixn tests"),
    record("Other", { text: "certifications" }),
  ]);
  const known = await some.search({ query: "certificatixn tests" });
  assert.deepEqual([titlesOf(known), known.corrected], [["Certificatixn tests"], undefined]);
  const unknown = await some.search({ query: "certificatiyn tests" });
  assert.deepEqual(
    [titlesOf(unknown), unknown.corrected],
    [["Certificatixn tests", "Certificatxxn tests"], "certificatixn tests"],
  );
});

// Generic words.

test("a name with a generic word finds the entry of that name, and a story with all words after it", async () => {
  const some = engineOf([
    record("HAPI FHIR", { kind: "offering" }),
    record("FHIR Viewer", { kind: "offering" }),
    record("Medplum", { kind: "organization" }),
    record("FHIR", { kind: "topic" }),
    record("Other", { text: "the hapi fhir server of medplum" }),
  ]);
  const answer = await some.search({ query: "hapi fhir server" });
  assert.deepEqual([titlesOf(answer), answer.dropped, answer.total], [["HAPI FHIR", "Other"], [], 2]);
  assert.deepEqual((await titles("medplum server", some)).sort(), ["Medplum", "Other"]);
  assert.deepEqual(await titles("fhir server", some), ["Other"]);
  assert.deepEqual(await titles("hapi medplum server", some), ["Other"]);
  assert.deepEqual(await titles("server", some), ["Other"]);
});

// Words that are left out.

test("words that had to be left out are named", async () => {
  const { hits, dropped, corrected } = await engine.search({ query: "azure zzzzzz Microsoft qqqqqq" });
  assert.deepEqual(
    hits.map(({ title }) => highlighted(title)),
    ["[Azure] API for FHIR"],
  );
  assert.deepEqual([dropped, corrected], [["zzzzzz", "qqqqqq"], undefined]);
  await assertNothing("qqqqqq zzzzzz", ["qqqqqq", "zzzzzz"]);
});

test("as few words are left out as can be, though each is known", async () => {
  const some = engineOf([
    record("alpha bravo charlie"),
    record("alpha bravo"),
    record("delta echo"),
    record("charlie delta"),
  ]);
  const three = await some.search({ query: "alpha bravo charlie delta" });
  assert.deepEqual([titlesOf(three), three.dropped], [["alpha bravo charlie"], ["delta"]]);
  const two = await some.search({ query: "echo alpha delta" });
  assert.deepEqual([titlesOf(two), two.dropped], [["delta echo"], ["alpha"]]);
});

test("of several words that could be left out, those that the best record has stay", async () => {
  const some = engineOf([
    record("Other", { text: "bravo story" }),
    record("Story", { text: "alpha" }),
    record("alpha", { text: "story" }),
  ]);
  const { hits, dropped } = await some.search({ query: "alpha bravo" });
  assert.deepEqual(dropped, ["bravo"]);
  assert.equal(hits[0]?.record.title, "alpha");
});

test("of as many words, those that are a whole name stay", async () => {
  const some = engineOf([record("Alpha Bravo", { kind: "offering" }), record("Charlie bravo"), record("Alpha")]);
  const { hits, dropped } = await some.search({ query: "alpha bravo charlie" });
  assert.deepEqual([hits[0]?.record.title, dropped], ["Alpha Bravo", ["charlie"]]);
});

test("a word that was left out is highlighted nowhere", async () => {
  const { hits } = await engineOf([record("alpha bravo", { text: "deltas" }), record("delta")]).search({
    query: "alpha bravo zzzzzz",
  });
  assert.equal(hits[0] && highlighted(hits[0].title), "[alpha] [bravo]");
  assert.equal(hits[0] && highlighted(hits[0].text), "deltas");
});

test("stop words are neither required nor left out nor highlighted when other words are there", async () => {
  const some = engineOf([
    record("Server in hospitals", { text: "Any answer.", fields: { topic: ["HL7: Access"] } }),
    record("A thesis of theirs"),
  ]);
  for (const query of ["the server", "a server", "server of the a", "what is with the server"]) {
    const { hits, dropped, corrected } = await some.search({ query });
    assert.deepEqual(
      hits.map(({ title, text, reasons }) => [highlighted(title), highlighted(text), reasons]),
      [["[Server] in hospitals", "Any answer.", []]],
      query,
    );
    assert.deepEqual([dropped, corrected], [[], undefined]);
  }
  assert.deepEqual((await some.search({ query: "the zzzzzz" })).dropped, ["zzzzzz"]);
  assert.deepEqual((await some.search({ query: "the zzzzzz" })).total, 0);
});

test("a stop word is never corrected when other words are there", async () => {
  const some = engineOf([record("The width of a server")]);
  for (const query of ["with server", "with servre", "with server zzzzzz"]) {
    const { corrected, total } = await some.search({ query });
    assert.deepEqual([total, corrected], [1, query === "with servre" ? "with server" : undefined]);
  }
});

test("of hits that are as good otherwise, one that has the stop words comes first", async () => {
  const some = engineOf([record("FHIR isolated"), record("FHIR what"), record("FHIR what is")]);
  assert.equal((await titles("what is fhir", some))[0], "FHIR what is");
});

test("a query of stop words alone works", async () => {
  const some = engineOf([record("The Register"), record("Of mice"), record("Other")]);
  const { hits, dropped } = await some.search({ query: "the" });
  assert.deepEqual(
    hits.map(({ title }) => highlighted(title)),
    ["[The] Register"],
  );
  assert.deepEqual(dropped, []);
  assert.equal((await some.search({ query: "of the" })).dropped.length, 1);
});

test("a name that has stop words is found by it, with a slip too", async () => {
  const some = engineOf([record("Internet things"), record("Things internet"), record("Internet of Things")]);
  assert.equal((await titles("internet of things", some))[0], "Internet of Things");
  assert.equal((await titles("internt of things", some))[0], "Internet of Things");
});

// Order.

test("an exact title comes first", async () => {
  assert.equal((await titles("azure api for fhir"))[0], "Azure API for FHIR");
  for (const { title } of RECORDS) assert.equal((await titles(title))[0], title);
});

test("an exact title comes before whatever is newer, of another kind or has the words more often", async () => {
  const query = "health data";
  const others = (["offering", "topic", "organization", "author", "resource", "news"] as const).flatMap((kind) => [
    record("Health data, health data", { kind, detail: query, text: query, fields: { name: ["Health-data"] } }),
    record("Data: Health", {
      kind,
      detail: query,
      text: `${query} ${query}`,
      date: "2026-11-22",
      fields: { topic: [query] },
    }),
  ]);
  const exact = record("Health Data", { date: "1999" });
  const some = engineOf([...others, exact]);
  for (const spelling of [query, "helth data", "haelth dtaa"])
    assert.equal((await titles(spelling, some))[0], "Health Data");
});

test("of two titles that differ by a sign, the one typed comes first", async () => {
  assert.equal((await titles("FHIR"))[0], "FHIR");
  assert.equal((await titles("fhir"))[0], "FHIR");
  assert.equal((await titles("#FHIR"))[0], "#FHIR");
  assert.equal((await titles("#fhir"))[0], "#FHIR");
});

test("a title of more than twelve words, pasted whole, comes first", async () => {
  const long = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen";
  const some = engineOf([record(`${long} alpha`), record(`${long} beta`)]);
  assert.equal((await titles(`${long} beta`, some))[0], `${long} beta`);
});

test("a name with its abbreviation is exact by each of the two", async () => {
  const some = engineOf([
    record("EHR news", { kind: "topic", text: "EHR", detail: "EHR" }),
    record("Health electronic: record", { kind: "topic", text: "electronic health record", detail: "Health record" }),
    record("Electronic Health Record (EHR)", { date: "1999" }),
    record("Other", { date: "2026" }),
  ]);
  for (const query of ["EHR", "electronic health record", "Electronic health record, EHR"])
    assert.equal((await titles(query, some))[0], "Electronic Health Record (EHR)");
});

test("a title that is typed with or without its spaces comes first", async () => {
  const newer = record("Works", { date: "2026", text: "FHIR works" });
  const reversed = record("Works: FHIR", { kind: "topic", detail: "FHIR works" });
  const parted = engineOf([reversed, newer, record("FHIR Works", { date: "1999" })]);
  const long = record("FHIRWorks of FHIRWorks", { kind: "topic" });
  const joined = engineOf([long, newer, record("FHIRWorks", { date: "1999" })]);
  for (const query of ["fhirworks", "fhir works", "FHIR-Works"]) {
    assert.equal((await titles(query, parted))[0], "FHIR Works");
    assert.equal((await titles(query, joined))[0], "FHIRWorks");
  }
});

test("a name of any kind is found among more hits than are ranked", async () => {
  const stories = Array.from({ length: 300 }, (_, number) => record(`Old server ${number}`));
  const offering = record("New Server", { kind: "offering", fields: { name: ["Old Server"] } });
  assert.equal((await titles("old server", engineOf([offering, ...stories])))[0], "New Server");
});

test("a former name comes after a title and before what only has the words", async () => {
  const some = engineOf([
    record("Old Server news", { text: "old server" }),
    record("News on Old Server"),
    record("New Server", { kind: "offering", fields: { name: ["Old Server"] } }),
  ]);
  assert.equal((await titles("old server", some))[0], "New Server");
  const both = engineOf([
    record("New Server", { kind: "offering", fields: { name: ["Old Server"] } }),
    record("Old Server"),
  ]);
  assert.deepEqual(await titles("old server", both), ["Old Server", "New Server"]);
});

test("two words with which a former name begins count as it, one does not", async () => {
  const offering = record("New Server", { kind: "offering", fields: { name: ["Alpha Bravo Server"] } });
  const some = engineOf([offering, record("Alpha and bravo"), record("Alpha")]);
  assert.equal((await titles("alpha bravo", some))[0], "New Server");
  assert.equal((await titles("alpha br", some))[0], "Alpha and bravo");
  assert.equal((await titles("alpha", some)).at(-1), "New Server");
});

test("another word for the whole query is nearly its name", async () => {
  const some = engineOf(
    [record("SSO and SSO in SSO"), record("SSO", { kind: "topic" }), record("Single sign-on", { kind: "topic" })],
    [["sso", ["single sign on"]]],
  );
  assert.deepEqual(await titles("sso", some), ["SSO", "Single sign-on", "SSO and SSO in SSO"]);
});

test("words in the title count more than words elsewhere", async () => {
  assert.deepEqual(await titles("interoperability fhir"), ["Interoperability and why it matters"]);
  assert.equal((await titles("fhir")).at(-1), "Interoperability and why it matters");
  const some = engineOf([
    record("One", { text: "orthanc" }),
    record("Two", { detail: "orthanc" }),
    record("Three orthanc"),
  ]);
  assert.deepEqual(await titles("orthanc", some), ["Three orthanc", "Two", "One"]);
});

test("a rare word counts more than a frequent one", async () => {
  const many = Array.from({ length: 50 }, (_, number) => record(`Data ${number}`));
  const some = engineOf([...many, record("Data x", { text: "orthanc" }), record("Orthanc x", { text: "data" })]);
  assert.equal((await titles("data orthanc", some))[0], "Orthanc x");
});

test("a new story and an entry of the catalog come first where nothing else decides, and only there", async () => {
  const alike = (kind: RecordKind, date: string) => record("FHIR server", { kind, date, href: `/${kind}${date}/` });
  const hrefs = async (records: readonly SearchRecord[], query: string) =>
    (await engineOf(records).search({ query })).hits.map(({ record: { href } }) => href);
  const [offering, newer, older] = [alike("offering", ""), alike("news", "2026-01-01"), alike("news", "2019")];
  assert.deepEqual(await hrefs([older, newer, offering], "server"), [newer.href, offering.href, older.href]);
  const better = record("FHIR", { date: "2001", href: "/better/" });
  assert.equal((await hrefs([newer, offering, better], "fhir"))[0], "/better/");
  const [entry, story, oldest] = [
    record("Other", { kind: "offering", detail: "server", href: "/entry/" }),
    record("Other", { date: "2026", detail: "server", href: "/story/" }),
    record("FHIR server", { date: "2001", href: "/oldest/" }),
  ];
  assert.equal((await hrefs([entry, story, oldest], "server"))[0], "/oldest/");
});

// Filters, groups and the order by date.

const DATED = [
  record("FHIR topic", { kind: "topic" }),
  record("FHIR server", { kind: "offering", fields: { standard: ["FHIR R4"], vendor: ["Acme"] } }),
  record("FHIR 2026", { date: "2026-02-01", fields: { topic: ["A", "B"] } }),
  record("FHIR in January", { date: "2026-01", fields: { topic: ["A"] } }),
  record("FHIR itself", { date: "2020", fields: { topic: ["B"] } }),
  record("FHIR undated", { fields: { topic: ["A"] } }),
];
const dated = engineOf(DATED);
const facetOf = ({ facets }: SearchAnswer, wanted: string) =>
  facets.find(({ name }) => name === wanted)?.values.map(({ value, count }) => [value, count]);

test("values of one filter widen, filters narrow, and each value says what it would leave", async () => {
  const all = await dated.search({ query: "fhir" });
  assert.deepEqual([all.total, all.count], [6, 6]);
  assert.deepEqual(facetOf(all, "topic"), [
    ["A", 3],
    ["B", 2],
  ]);
  assert.deepEqual(facetOf(all, "year"), [
    ["2026", 2],
    ["2020", 1],
  ]);
  const selection = new Map([
    ["topic", new Set(["A", "B"])],
    ["year", new Set(["2026"])],
  ]);
  const some = await dated.search({ query: "fhir", selection });
  assert.deepEqual([some.total, some.count], [6, 2]);
  assert.deepEqual(titlesOf(some).sort(), ["FHIR 2026", "FHIR in January"]);
  assert.deepEqual(facetOf(some, "topic"), [
    ["A", 2],
    ["B", 1],
  ]);
  assert.deepEqual(facetOf(some, "year"), [
    ["2026", 2],
    ["2020", 1],
  ]);
  assert.deepEqual(facetOf(some, "kind"), [["news", 2]]);
});

test("filters that leave nothing leave the total, and what was selected can be removed", async () => {
  const answer = await dated.search({ query: "fhir", selection: new Map([["topic", new Set(["nobody"])]]) });
  assert.deepEqual(
    [answer.total, answer.count, answer.hits, answer.groups, answer.corrected],
    [6, 0, [], [], undefined],
  );
  assert.deepEqual(answer.facets.find(({ name }) => name === "topic")?.values.at(-1), {
    value: "nobody",
    count: 0,
    isSelected: true,
  });
});

test("filters change neither what is left out nor the order", async () => {
  const query = "fhir zzzzqqq";
  const all = await dated.search({ query });
  const news = await dated.search({ query, selection: new Map([["kind", new Set(["news"])]]) });
  assert.deepEqual(news.dropped, all.dropped);
  assert.deepEqual(new Set(titlesOf(news)), new Set(titlesOf(all).slice(2)));
});

test("an answer without filters has none", async () => {
  const answer = await dated.search({ query: "fhir", withoutFacets: true });
  assert.deepEqual(answer, { ...(await dated.search({ query: "fhir" })), facets: [] });
});

test("by date the newest news comes first, what is less precise after it, what has no date last", async () => {
  const { hits, groups } = await dated.search({ query: "fhir", sort: "date" });
  const news = ["FHIR 2026", "FHIR in January", "FHIR itself", "FHIR undated"];
  assert.deepEqual(hits.map(({ record: { title } }) => title).slice(0, 4), news);
  assert.equal(hits.length, 6);
  assert.deepEqual(
    groups.find(({ kind }) => kind === "news")?.hits.map(({ record: { title } }) => title),
    news,
  );
});

test("by date the newest are found among more hits than are ranked", async () => {
  const many = Array.from({ length: 1000 }, (_, number) => record(`Story ${number}`, { text: "fhir", date: "2020" }));
  const newest = record("Newest", { text: "A long text in which fhir is told at length", date: "2026" });
  const { hits } = await engineOf([newest, ...many.map((one) => ({ ...one, title: "FHIR" }))]).search({
    query: "fhir",
    sort: "date",
  });
  assert.equal(hits[0]?.record.title, "Newest");
});

test("hits are grouped by kind, the kind of the best first, with all counted and the first of them shown", async () => {
  const stories = Array.from({ length: 30 }, (_, number) => record(`Story ${number} on FHIR`));
  const some = engineOf([record("FHIR", { kind: "topic" }), ...stories]);
  const { hits, groups, count } = await some.search({ query: "fhir" });
  assert.deepEqual([hits.length, count], [BEST, 31]);
  assert.deepEqual(
    groups.map((group) => [group.kind, group.count, group.hits.length]),
    [
      ["topic", 1, 1],
      ["news", 30, FEW],
    ],
  );
  assert.deepEqual(groups[1]?.hits, hits.slice(1, 1 + FEW));
});

test("a kind that is expanded shows up to two hundred", async () => {
  for (const [size, shown] of [
    [150, 150],
    [250, MANY],
  ] as const) {
    const stories = Array.from({ length: size }, (_, number) => record(`Story ${number} on FHIR`));
    const some = engineOf([...stories.map((one) => ({ ...one, kind: "offering" as const })), ...stories]);
    for (const sort of ["relevance", "date"] as const) {
      const { groups } = await some.search({ query: "fhir", expanded: new Set(["news"]), sort });
      const sizes = Object.fromEntries(groups.map(({ kind, count, hits }) => [kind, [count, hits.length]]));
      assert.deepEqual(sizes, { offering: [size, FEW], news: [size, shown] });
      const news = groups.find(({ kind }) => kind === "news")?.hits ?? [];
      assert.equal(new Set(news.map(({ record: { href } }) => href)).size, shown);
    }
  }
});

// What is told of a hit.

test("a hit says why it was found where title and detail do not", async () => {
  const some = engineOf([
    record("Story", {
      detail: "acme.example",
      text: "On Orthanc.",
      fields: { topic: ["HL7: FHIR", "ONC: TEFCA"], author: ["Ann Lee"], publisher: ["Acme FHIR"] },
    }),
  ]);
  const reasonsOf = async (query: string) =>
    (await some.search({ query })).hits[0]?.reasons.map(({ field, value }) => `${field}: ${highlighted(value)}`);
  assert.deepEqual(await reasonsOf("fhir"), ["topic: HL7: [FHIR]"]);
  assert.deepEqual(await reasonsOf("tefca lee"), ["topic: ONC: [TEFCA]", "author: Ann [Lee]"]);
  assert.deepEqual(await reasonsOf("hl7 fhir"), ["topic: [HL7]: [FHIR]"], "one value says both");
  assert.deepEqual(await reasonsOf("acme story"), [], "the detail says it");
  assert.deepEqual(await reasonsOf("orthanc"), []);
  assert.deepEqual(await reasonsOf("teffca"), ["topic: ONC: [TEFCA]"]);
});

test("a hit gives three reasons at most", async () => {
  const fields = { topic: ["one"], publisher: ["two"], vendor: ["three"], standard: ["four"] };
  const { hits } = await engineOf([record("Story", { fields })]).search({ query: "one two three four" });
  assert.deepEqual(
    hits[0]?.reasons.map(({ field }) => field),
    ["topic", "publisher", "vendor"],
  );
});

test("a correction is told and highlighted only where nothing stands as it was typed", async () => {
  const some = engineOf([record("Formula, forms, core"), record("Forms, core")]);
  const { hits, corrected } = await some.search({ query: "formu coer" });
  assert.deepEqual(
    hits.map(({ title }) => highlighted(title)),
    ["[Formula], forms, [core]"],
  );
  assert.equal(corrected, "formu core");
});

test("of several words in a record that a typed word could be, the best one counts", async () => {
  const some = engineOf([
    record("Forms for patients here"),
    record("Form of a patient", { text: "Forms, formed patients." }),
  ]);
  assert.equal((await titles("form patient", some))[0], "Form of a patient");
});

test("a highlight includes the accents and ends with the word", async () => {
  const some = engineOf([record("E\u0301pic’s épics, (ÉPIC)", { text: "épic-server" })]);
  const [hit] = (await some.search({ query: "epic" })).hits;
  assert.equal(hit && highlighted(hit.title), "[E\u0301pic]’s [épics], ([ÉPIC])");
  assert.equal(hit && highlighted(hit.text), "[épic]-server");
});

function assertMarks({ record: { title, detail, text, fields }, ...hit }: Hit): void {
  assert.deepEqual(
    [hit.title, hit.detail, hit.text].map((pieces) => pieces.join("")),
    [title, detail, text],
  );
  for (const { field, value } of hit.reasons) assert.ok(fields[field]?.includes(value.join("")));
  for (const pieces of [hit.title, hit.detail, hit.text, ...hit.reasons.map(({ value }) => value)]) {
    pieces.forEach((piece, at) => {
      assert.ok(at % 2 === 0 || piece !== "", "a match is not empty");
    });
  }
}

// Very many, and very odd.

test("a thousand equal hits are all counted, and an exact title is found among them", async () => {
  const many = Array.from({ length: 1000 }, (_, number) => record(`Story ${number} on FHIR`));
  const { hits, total } = await engineOf([...many, record("FHIR")]).search({ query: "fhir" });
  assert.equal(total, 1001);
  assert.equal(hits[0]?.record.title, "FHIR");
  assert.equal(new Set(hits).size, BEST);
});

test("twenty thousand equal hits are counted, the first in order of id shown", async () => {
  const many = Array.from({ length: 20_000 }, (_, number) =>
    record("FHIR", { href: `/news/${number}/`, date: "2026" }),
  );
  const answer = await engineOf(many).search({ query: "fhir", expanded: new Set(["news"]) });
  assert.deepEqual([answer.total, answer.count, answer.groups[0]?.count], [20_000, 20_000, 20_000]);
  assert.deepEqual(
    answer.groups[0]?.hits.map(({ record: { href } }) => href),
    Array.from({ length: MANY }, (_, number) => `/news/${number}/`),
  );
  assert.deepEqual(facetOf(answer, "kind"), [["news", 20_000]]);
});

test("ten thousand characters are cut, not searched", async () => {
  assert.deepEqual(new Set(await titles("fhir ".repeat(2000))), new Set(await titles("fhir")));
  assert.deepEqual(await titles(`${"x".repeat(300)} fhir`), []);
  const long = await engine.search({ query: "x".repeat(10_000) });
  assert.deepEqual([long.hits, long.dropped], [[], ["x".repeat(300)]]);
  assert.equal(long.query.length, 10_000);
});

test("of very many words the first twenty-four count", async () => {
  const words = Array.from(
    { length: 40 },
    (_, number) => String.fromCharCode(97 + (number % 26)) + (number < 26 ? "b" : "c"),
  );
  const some = engineOf([record(words.slice(0, 24).join(" ")), record(words.slice(30).join(" "))]);
  const { total, dropped } = await some.search({ query: words.join(" ") });
  assert.deepEqual([total, dropped], [1, []]);
});

const typed = fc.oneof(
  anyText,
  fc.array(anyText, { maxLength: 15 }).map((texts) => texts.join(" ")),
  fc
    .array(
      fc.constantFrom(
        ...["fhir", "fihr", "azure", "x12", "interop", "the", "systeme", "apis", "x12270", "micro soft"],
        ...["!", "=", "|", "'", "\\", "é", "ﷺ", "constructor", "__proto__", "2021", "医療", "𝒶"],
      ),
      { maxLength: 30 },
    )
    .map((words) => words.join(" ")),
);
const request: fc.Arbitrary<SearchRequest> = fc.record(
  {
    query: typed,
    sort: fc.constantFrom("relevance" as const, "date" as const),
    selection: fc.constantFrom(new Map([["kind", new Set(["news"])]]), new Map([["topic", new Set(["nobody"])]])),
    expanded: fc.constant(new Set(["news"] as const)),
    withoutFacets: fc.boolean(),
  },
  { requiredKeys: ["query"], noNullPrototype: true },
);

function assertWellFormed(answer: SearchAnswer, records: readonly SearchRecord[]): void {
  const { hits, groups, total, count } = answer;
  assert.ok(count <= total && total <= records.length);
  assert.equal(hits.length, Math.min(BEST, count));
  assert.equal(
    groups.reduce((sum, group) => sum + group.count, 0),
    count,
  );
  for (const some of [hits, ...groups.map((group) => group.hits)]) {
    const shown = some.map((hit) => hit.record);
    assert.equal(new Set(shown).size, shown.length);
    for (const one of shown) assert.ok(records.includes(one));
    some.forEach(assertMarks);
  }
  for (const { kind, hits: ofKind } of groups) assert.ok(ofKind.every((hit) => hit.record.kind === kind));
}

test("nothing that can be typed makes it throw, and the answer is the same each time", async () => {
  await fc.assert(
    fc.asyncProperty(request, async (asked) => {
      const answer = await engine.search(asked);
      assertWellFormed(answer, RECORDS);
      assert.deepEqual(await engineOf(RECORDS).search(asked), answer);
    }),
  );
});

test("records of any text can be searched, and each is found by its title", async () => {
  await fc.assert(
    fc.asyncProperty(anyRecords, typed, async (records, query) => {
      const any = engineOf(records);
      assertWellFormed(await any.search({ query }), records);
      for (const { title } of records) {
        const answer = await any.search({ query: title });
        assertWellFormed(answer, records);
        if (fold(title) !== "") assert.equal(fold(answer.hits[0]?.record.title ?? ""), fold(title));
      }
    }),
    { numRuns: 60 },
  );
});

test("each record of a grown corpus is the first hit for its title, but for those that are named the same", async () => {
  const records = makeRecords(400);
  const grown = engineOf(records);
  for (const { title } of records.filter((_, number) => number % 5 === 0)) {
    const answer = await grown.search({ query: title });
    assertWellFormed(answer, records);
    assert.equal(answer.hits[0]?.record.title, title);
  }
});
