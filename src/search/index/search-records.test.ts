import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogOf, type Files, fhirRecord, fhirResource, healthy, news } from "../../catalog/testing.ts";
import { fold } from "../../lib/fold.ts";
import { getVocabulary } from "../../vocab/vocabulary.ts";
import { fieldNames, kindKeys, type SearchRecord } from "./search-record.ts";
import { buildSearchRecords } from "./search-records.ts";

const FILES = healthy({
  "topics/symplur-fhir.md": "name: 'Symplur: #FHIR'\ndescription: A hashtag.\nsameAs: ['HL7: FHIR']",
  "topics/gartner-ehr.md": "name: 'Gartner: Electronic Health Record (EHR)'\ndescription: Records.",
  "topics/hit-ehr.md":
    "name: 'Healthcare IT News: Electronic Health Records'\ndescription: Records.\nsameAs: ['Gartner: Electronic Health Record (EHR)']",
  "topics/gartner-api.md": "name: 'Gartner: Application Programming Interface (API)'\ndescription: Interfaces.",
  "topics/onc-access.md": "name: 'ONC: Patient Access'\ndescription: Access.",
  "organizations/acme.md":
    "name: Acme\ntype: vendor\nlegalName: Acme Inc\nalsoKnownAs: [ACM]\nhosts: [acme.example]\ndescription: A vendor.",
  "offerings/acme-server.md": `name: Acme Server
vendor: acme
kind: fhir-server
summary: A server.
licence: Apache-2.0
standards: [FHIR R4]
status: retired
statusDate: '2024'
formerly: [Old Server, ACM]
topics: ['HL7: FHIR']
oncProducts: [Acme EHR]
homepage: https://www.acme.example/server`,
  "offerings/open.md": `name: Open
vendor: acme
kind: terminology
summary: Terms.
registration: self-serve
pricing: free tier
data: [terminology, claims]`,
  "offerings/bare.md": "name: Bare\nvendor: acme\nkind: terminology\nsummary: Nothing more.",
  "facts/interfaces/acme-server/fhir-r4.json": fhirRecord({
    environment: "sandbox",
    resources: [
      fhirResource("Appointment", { interactions: ["read", "create"] }),
      fhirResource("MedicationRequest", { interactions: ["read", "search-type"] }),
    ],
  }),
  "news/2026/story.md": news({ author: "Ann Lee", published: "2025-05", summary: `${"Word. ".repeat(60)}` }),
  "news/2026/newer.md": news({ title: "Newer", link: "https://acme.example/newer", published: "2025-06-01" }),
  "news/2026/bare.md": news({ link: "https://x.example/", published: "unknown", relatedOfferings: "[]" }),
});
const FACTS = {
  source: "A list",
  asOf: "2024-04-15",
  criteria: {},
  products: [{ product: "Acme EHR", developer: "Acme", versions: [] }],
};

const build = (files: Files) => buildSearchRecords(catalogOf(files, { facts: FACTS }));
const { records, synonyms: built } = build(FILES);
const others = new Map(built);

function find(href: string): SearchRecord {
  const found = records.find((one) => one.href === href);
  assert.ok(found, href);
  return found;
}

test("every entity of every kind is a record, once", () => {
  assert.equal(new Set(records.map(({ href }) => href)).size, records.length);
  assert.deepEqual(new Set(records.map(({ kind }) => kind)), new Set(kindKeys));
  assert.equal(records.length, 16);
});

test("a story is found by its topics, its publisher, its authors and its offerings", () => {
  const { title, detail, date, text, fields } = find("/news/story/");
  assert.deepEqual([title, detail, date], ["A story", "acme.example", "2025-05"]);
  assert.deepEqual(fields, {
    topic: ["HL7: FHIR"],
    publisher: ["Acme"],
    author: ["Ann Lee"],
    offering: ["Acme Server"],
  });
  assert.ok(text.length <= 200 && text.endsWith("…"));
});

test("a story without a date has none, and no field that says nothing", () => {
  const { detail, date, text, fields } = find("/news/bare/");
  assert.deepEqual([detail, date, text], ["x.example", "", ""]);
  assert.deepEqual(fields, { topic: ["HL7: FHIR"] });
});

test("an offering is found by all that tells it from another", () => {
  const { title, detail, text, badge, date, fields } = find("/offering/acme-server/");
  assert.deepEqual([title, detail, text, date], ["Acme Server", "Acme, FHIR server, Open source", "A server.", ""]);
  assert.deepEqual(badge, { label: "Retired", tone: "stop" });
  assert.deepEqual(fields, {
    topic: ["HL7: FHIR"],
    vendor: ["Acme"],
    standard: ["FHIR R4"],
    licence: ["Apache-2.0"],
    status: ["Retired"],
    access: ["Sandbox", "Price: Free", "ONC certified"],
    name: ["Old Server", "ACM"],
    product: ["Acme EHR"],
    host: ["acme.example"],
  });
  assert.deepEqual(find("/offering/bare/").fields, { vendor: ["Acme"], name: ["ACM"] });
  assert.ok(!("badge" in find("/offering/bare/")));
});

test("an offering is filtered by one fact at a time, and found by the words of those that readers add to a name", () => {
  const { fields, filters } = find("/offering/open/");
  const access = ["Registration: Self-service", "Price: Free tier"];
  assert.deepEqual(fields, { vendor: ["Acme"], access, name: ["ACM"] });
  assert.deepEqual(filters, {
    registration: ["Self-service"],
    price: ["Free tier"],
    data: ["Terminology", "Claims"],
  });
  const known = { sandbox: ["Available"], price: ["Free"] };
  assert.deepEqual(find("/offering/acme-server/").filters, known, "on record as a sandbox, and open source");
  assert.ok(!("filters" in find("/offering/bare/")));
  assert.ok(!("filters" in find("/news/story/")));
});

test("a topic, an organization and an author are found by their other names", () => {
  const topic = find("/topic/symplur-fhir/");
  assert.deepEqual([topic.title, topic.detail, topic.fields], ["#FHIR", "Symplur", { sameAs: ["HL7: FHIR"] }]);
  const acme = find("/organization/acme/");
  assert.deepEqual([acme.title, acme.detail, acme.text], ["Acme", "Vendor", "A vendor."]);
  assert.deepEqual(acme.fields, { name: ["Acme Inc", "ACM"], host: ["acme.example"] });
  const author = find("/author/ann-lee/");
  assert.deepEqual([author.title, author.detail, author.text, author.fields], ["Ann Lee", "", "", {}]);
  assert.equal(author.note, "1 story");
});

test("a FHIR resource type is found by its name and by the words of it alone, and says how many offerings do what with it", () => {
  const { title, detail, note, text, fields } = find("/resource/medicationrequest/");
  assert.equal(note, "FHIR resource, 1 offering: readable in 1, searchable in 1, writable in 0");
  assert.deepEqual([title, detail, text], ["MedicationRequest", "", ""]);
  assert.deepEqual(fields, { name: ["Medication Request"] });
  assert.deepEqual(find("/resource/appointment/").fields, {});
});

test("news is in the order of its pages: the newest first, what has no date last", () => {
  const stories = records.filter(({ kind }) => kind === "news");
  assert.deepEqual(
    stories.map(({ date }) => date),
    ["2025-06-01", "2025-05", ""],
  );
});

test("a field has values, each once, in the order in which the fields are named", () => {
  const order: readonly string[] = fieldNames;
  for (const { fields } of records) {
    const names = Object.keys(fields);
    assert.deepEqual(
      names,
      order.filter((name) => names.includes(name)),
    );
    for (const values of Object.values(fields)) {
      assert.ok(values.length > 0 && !values.includes(""));
      assert.equal(new Set(values).size, values.length);
    }
  }
});

test("no part of the records is undefined, so that nothing is lost as JSON", () => {
  assert.deepEqual(JSON.parse(JSON.stringify({ records, synonyms: built })), { records, synonyms: built });
});

test("the order of the files changes nothing", () => {
  assert.deepEqual(build(Object.fromEntries(Object.entries(FILES).reverse())), { records, synonyms: built });
});

test("a topic with its abbreviation is two phrases, and one group with its counterparts and what else means the same", () => {
  const group = ["electronic health record", "ehr", "electronic health records", "emr", "ehrs"];
  for (const phrase of group) {
    const wanted = others.get(phrase) ?? [];
    for (const other of group) assert.equal(wanted.includes(other), other !== phrase, `${phrase}: ${other}`);
  }
  assert.deepEqual(others.get("application programming interface"), ["api"]);
  assert.deepEqual(others.get("api"), ["application programming interface"]);
  assert.equal(others.get("patient access"), undefined, "a topic without another name is no synonym");
});

test("a synonym of the vocabulary works from each of its phrases to all others", () => {
  for (const group of getVocabulary().same) {
    for (const phrase of group) {
      const wanted = others.get(phrase) ?? [];
      assert.deepEqual(
        group.filter((other) => other !== phrase && !wanted.includes(other)),
        [],
        phrase,
      );
    }
  }
});

test("what is looked for in one direction is not looked for in the other", () => {
  for (const { typed, wanted } of getVocabulary().looksFor) {
    for (const phrase of typed) {
      for (const other of wanted) {
        assert.ok(others.get(phrase)?.includes(other), `${phrase} looks for ${other}`);
        assert.ok(!others.get(other)?.includes(phrase), `${other} does not look for ${phrase}`);
      }
    }
  }
});

test("synonyms are folded, sorted and never empty, and no phrase is its own", () => {
  const phrases = built.map(([phrase]) => phrase);
  assert.deepEqual(phrases, phrases.toSorted());
  assert.equal(new Set(phrases).size, phrases.length);
  for (const [phrase, wanted] of built) {
    assert.ok(wanted.length > 0 && !wanted.includes(phrase), phrase);
    assert.deepEqual(wanted, [...new Set(wanted)].sort());
    for (const one of [phrase, ...wanted]) assert.ok(one !== "" && one === fold(one), one);
  }
});

test("a label that is only an abbreviation in brackets, or only signs, makes no empty phrase", () => {
  const odd = build(
    healthy({
      "topics/a.md": "name: 'HL7: (API)'\ndescription: A.",
      "topics/b.md": "name: 'HL7: Bulk (–)'\ndescription: B.\nsameAs: ['HL7: (API)']",
      "topics/c.md": "name: 'ONC: +++ (ONC)'\ndescription: C.",
      "offerings/acme-server.md": "name: Acme Server\nvendor: acme\nkind: fhir-server\nsummary: A server.",
    }),
  );
  for (const phrase of odd.synonyms.flat(2)) assert.notEqual(phrase, "");
  assert.ok(!new Map(odd.synonyms).get("api")?.includes("onc"));
});
