import assert from "node:assert/strict";
import { test } from "node:test";
import { tellOnce } from "../lib/tell-once.ts";
import { BUILD_DATE, catalogOf, fhirRecord, healthy, news } from "./testing.ts";
import { groupByTopic, listWeeks } from "./weeks.ts";

const story = (date: string, title: string, lines: Readonly<Record<string, string>> = {}) =>
  news({ date, title, link: `https://acme.example/${encodeURIComponent(title)}`, ...lines });

const status = (lines: string) =>
  `name: Acme Server\nvendor: acme\nkind: fhir-server\nsummary: A server.\ntopics: ['HL7: FHIR']\n${lines}`;

test("a week has what was curated from Monday to Sunday, and a week without anything is none", () => {
  const weeks = listWeeks(
    catalogOf(
      healthy({
        "news/2026/story.md": story("2026-11-16", "Monday"),
        "news/2026/b.md": story("2026-11-22", "Sunday"),
        "news/2026/c.md": story("2026-11-08", "Before"),
      }),
    ),
  );
  assert.deepEqual(
    weeks.map((week) => [week.name, week.from, week.to, week.after, week.news.map(({ title }) => title).sort()]),
    [
      ["2026-w47", "2026-11-16", "2026-11-22", "2026-11-23", ["Monday", "Sunday"]],
      ["2026-w45", "2026-11-02", "2026-11-08", "2026-11-09", ["Before"]],
    ],
  );
});

test("a week is over once its Sunday is past", () => {
  const catalog = catalogOf(healthy({ "news/2026/story.md": story("2026-11-16", "A") }));
  const isOver = (buildDate: string) => listWeeks({ ...catalog, buildDate })[0]?.isOver;
  assert.equal(BUILD_DATE, "2026-11-22");
  assert.deepEqual(["2026-11-16", "2026-11-22", "2026-11-23"].map(isOver), [false, false, true]);
  assert.deepEqual(listWeeks({ ...catalog, buildDate: "2026-11-15" }), []);
});

test("a change of status belongs to the week of its day, where that is known, past, and not before the first curation", () => {
  const weeksOf = (lines: string) =>
    listWeeks(catalogOf(healthy({ "offerings/acme-server.md": status(lines) }))).map(({ name, changes }) => [
      name,
      changes.map(({ kind, day }) => `${kind} ${day}`),
    ]);
  const alone = [["2026-w01", []]];
  assert.deepEqual(weeksOf("status: retired\nstatusDate: '2026-11-02'"), [
    ["2026-w45", ["status 2026-11-02"]],
    ...alone,
  ]);
  for (const date of ["2026-11", "2026", "2019-11-20", "2027-03-01"])
    assert.deepEqual(weeksOf(`status: retired\nstatusDate: '${date}'`), alone, date);
  assert.deepEqual(weeksOf("status: active\nstatusDate: '2026-11-02'"), alone);
});

test("what an interface states otherwise belongs to the week in which it was seen", () => {
  const changes = [{ day: "2026-08-02", field: "software.version", before: "1", after: "2" }];
  const record = fhirRecord({ changes });
  const weeks = listWeeks(catalogOf(healthy({ "facts/interfaces/acme-server/fhir-r4.json": record })));
  assert.deepEqual(
    weeks.map(({ name, changes: own }) => [name, own.map(({ kind, offering }) => `${kind} ${offering.slug}`)]),
    [
      ["2026-w31", ["interface acme-server"]],
      ["2026-w01", []],
    ],
  );
});

test("an offering belongs to the week in which it was added, which needs nothing else; a day to come counts for nothing", () => {
  const weeksOf = (day: string) =>
    listWeeks(catalogOf(healthy({ "offerings/acme-server.md": status(`added: ${day}`) }))).map(({ name, added }) => [
      name,
      added.map(({ slug }) => slug),
    ]);
  assert.deepEqual(weeksOf("2026-11-02"), [
    ["2026-w45", ["acme-server"]],
    ["2026-w01", []],
  ]);
  assert.deepEqual(weeksOf("2026-11-23"), [["2026-w01", []]]);
});

test("each story is told once, under the subject that most of them share, largest first", () => {
  const catalog = catalogOf(
    healthy({
      "topics/hl7-fhir.md": "name: 'HL7: FHIR'\ndescription: It.\nsameAs: ['Tags: #FHIR']",
      "topics/tags-fhir.md": "name: 'Tags: #FHIR'\ndescription: It.",
      "topics/hl7-v2.md": "name: 'HL7: V2'\ndescription: The older one.",
      "topics/hl7-cda.md": "name: 'HL7: CDA'\ndescription: Documents.",
      "news/2026/story.md": story("2026-11-16", "One", { categories: "['HL7: V2', 'HL7: FHIR']" }),
      "news/2026/b.md": story("2026-11-16", "Two", { categories: "['Tags: #FHIR', 'HL7: V2']" }),
      "news/2026/c.md": story("2026-11-16", "Three", { categories: "['Tags: #FHIR']" }),
      "news/2026/d.md": story("2026-11-16", "Four", { categories: "['HL7: CDA']" }),
      "news/2026/e.md": story("2026-11-16", "Five", { categories: "['HL7: V2']" }),
      "news/2026/f.md": story("2026-11-16", "Six", { categories: "['HL7: CDA', 'HL7: V2']" }),
    }),
  );
  const groups = groupByTopic(tellOnce(catalog.news)).map(({ topic, stories }) => [
    topic?.name,
    stories.map(({ lead }) => lead.title).sort(),
  ]);
  assert.deepEqual(groups, [
    ["HL7: V2", ["Five", "One", "Six", "Two"]],
    ["HL7: CDA", ["Four"]],
    ["HL7: FHIR", ["Three"]],
  ]);
});

test("the groups have every story once, in the order of the catalog", () => {
  const catalog = catalogOf(healthy());
  const told = groupByTopic(tellOnce(catalog.news)).flatMap(({ stories }) => stories.map(({ lead }) => lead));
  assert.deepEqual(told, catalog.news);
  assert.deepEqual(groupByTopic([]), []);
});
