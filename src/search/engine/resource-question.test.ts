import assert from "node:assert/strict";
import { test } from "node:test";
import { wordsOf } from "../../lib/fold.ts";
import { record } from "../testing.ts";
import { searchRecords } from "./engine.ts";
import { isQuestion } from "./resource-question.ts";

const page = (title: string) => record(title, { kind: "resource", note: "FHIR resource, 2 offerings: readable in 2" });
const engine = searchRecords({
  records: [
    record("Epic on FHIR", { kind: "offering", detail: "Epic, EHR" }),
    record("Epic", { kind: "organization" }),
    record("Oracle Health", { kind: "organization", fields: { name: ["Cerner"] } }),
    ...["Account", "Appointment", "CarePlan", "List", "Patient", "Slot"].map(page),
    record("Create a care plan of health data"),
    record("List of updates"),
    record("Patient access to health data"),
    record("Who can read on FHIR"),
  ],
  synonyms: [],
});
const search = async (query: string) => {
  const { hits, dropped } = await engine.search({ query });
  return { titles: hits.map(({ record: { title } }) => title), dropped };
};

test("a question about resource types finds their pages first, in the plural and with a slip too", async () => {
  for (const [query, ...names] of [
    ["who can write Appointment", "Appointment"],
    ["Who writes appointments?", "Appointment"],
    ["who can write Apointment", "Appointment"],
    ["which EHRs read care plans", "CarePlan"],
    ["resource type Patient", "Patient"],
    ["FHIR patient", "Patient"],
    ["servers that write appointments and slots", "Appointment", "Slot"],
  ] as const) {
    const { titles, dropped } = await search(query);
    assert.deepEqual(titles.slice(0, names.length).toSorted(), names, query);
    assert.deepEqual(dropped, [], query);
  }
});

test("WHO and verbs with another meaning ask nothing", () => {
  for (const query of ["who can write", "which servers", "read list", "fhir group"])
    assert.ok(isQuestion(wordsOf(query)));
  for (const query of ["", "who", "who api", "who guidelines", "create account", "list updates", "patient search"])
    assert.ok(!isQuestion(wordsOf(query)), query);
});

test("a page is found beside what the query finds without it, which stays first and keeps its words", async () => {
  for (const [query, first, last] of [
    ["epic appointment", "Epic", "Appointment"],
    ["epic care plan", "Epic", "CarePlan"],
    ["does Epic support Appointment", "Epic", "Appointment"],
    ["cerner care plan", "Oracle Health", "CarePlan"],
    ["health data account", "Patient access to health data", "Account"],
  ] as const) {
    const { titles } = await search(query);
    assert.equal(titles[0], first, query);
    assert.ok(titles.includes(last), query);
  }
  assert.deepEqual((await search("epic appointment")).dropped, []);
  assert.deepEqual((await search("epic appointment tomorrow")).dropped, ["tomorrow"]);
});

test("a page is not found where others have all words, nor by what is said of every page", async () => {
  for (const query of ["list updates", "patient access", "offerings", "readable in", "resource", "fhir tomorrow"]) {
    const { titles } = await search(query);
    assert.ok(!titles.some((title) => ["Account", "List", "Patient"].includes(title)), query);
  }
});
