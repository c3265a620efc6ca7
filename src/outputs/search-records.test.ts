import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogOf, type Files, healthy, news } from "../catalog/testing.ts";
import { recordKinds, type SearchRecord } from "./search-record.ts";
import { buildSearchRecords, hashOf, recordsUrl } from "./search-records.ts";

const FILES = healthy({
  "topics/symplur-fhir.md": "name: 'Symplur: #FHIR'\ndescription: A hashtag.\nsameAs: ['HL7: FHIR']",
  "organizations/acme.md": "name: Acme\ntype: vendor\nlegalName: Acme Inc\nalsoKnownAs: [ACM]\nhosts: [acme.example]",
  "offerings/acme-server.md":
    "name: Acme Server\nvendor: acme\nkind: fhir-server\nsummary: A server.\nstandards: [FHIR R4]\nformerly: [Old Server]\ntopics: ['HL7: FHIR']",
  "news/2026/story.md": news({ author: "Ann Lee", published: "2025-05", summary: `${"Word. ".repeat(60)}` }),
  "news/2026/bare.md": news({ link: "https://x.example/", published: "unknown", relatedOfferings: "[]" }),
});

const recordsOf = (files: Files) => buildSearchRecords(catalogOf(files)).records;
const records = recordsOf(FILES);

function find(href: string): SearchRecord {
  const found = records.find((one) => one.href === href);
  assert.ok(found, href);
  return found;
}

test("every entity of every kind is a record, once", () => {
  assert.equal(new Set(records.map(({ href }) => href)).size, records.length);
  assert.deepEqual(new Set(records.map(({ kind }) => kind)), new Set(Object.keys(recordKinds)));
  assert.equal(records.length, 7);
});

test("a story is found by its publisher, its authors and its offerings, and filtered by year and topic", () => {
  const { detail, words, year, topics, text } = find("/news/story/");
  assert.equal(detail, "acme.example, May 2025");
  assert.equal(words, "Acme · Ann Lee · Acme Server");
  assert.deepEqual([year, topics], ["2025", ["HL7: FHIR"]]);
  assert.ok(text.length <= 200 && text.endsWith("…"));
});

test("a story without a date or words says so, and has no year", () => {
  const { detail, words, year, text } = find("/news/bare/");
  assert.deepEqual([detail, words, year, text], ["x.example, date not stated", "", "", ""]);
});

test("an offering, a topic and an organization are found by their other names", () => {
  assert.deepEqual(
    [find("/offering/acme-server/").words, find("/offering/acme-server/").standards],
    ["Old Server · ACM", ["FHIR R4"]],
  );
  assert.equal(find("/topic/symplur-fhir/").words, "HL7: FHIR");
  assert.equal(find("/organization/acme/").words, "Acme Inc · ACM · acme.example");
  assert.equal(find("/author/ann-lee/").detail, "1 story");
});

test("no field of a record is undefined, so that nothing is lost as JSON", () => {
  assert.deepEqual(JSON.parse(JSON.stringify(records)), records);
  for (const record of records) assert.ok(Object.values(record).every((value) => value !== undefined));
});

test("the hash is that of the content: the same for the same, another for another", () => {
  const hash = (files: Files) => hashOf(JSON.stringify(recordsOf(files)));
  assert.match(hash(FILES), /^[0-9a-f]{10}$/);
  assert.equal(hash(FILES), hash(Object.fromEntries(Object.entries(FILES).reverse())));
  assert.notEqual(hash(FILES), hash({ ...FILES, "organizations/acme.md": "name: Acme Two\ntype: vendor" }));
  assert.equal(hashOf("abc"), "ba7816bf8f");
  assert.equal(recordsUrl("ba7816bf8f"), "/search/records.ba7816bf8f.json");
});
