import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compareFacts } from "./compare-facts.ts";
import { readInterface } from "./read-interface.ts";
import { bytesOf, statement } from "./testing.ts";

const read = (document: unknown) => readInterface(bytesOf(document)).stated;

test("what changed is told field by field; the day of the statement is none", () => {
  const resource = [
    { type: "Patient", interaction: [{ code: "read" }], searchParam: [{ name: "birthdate" }] },
    { type: "Slot" },
  ];
  const before = read(statement());
  const after = read(
    statement({
      date: "2026-08-01",
      software: { name: "Acme Server", version: "5.0.1.700" },
      format: ["json"],
      rest: [{ mode: "server", resource }],
    }),
  );
  assert.deepEqual(compareFacts(before, after), [
    { field: "software.version", before: "5.0.1.698", after: "5.0.1.700" },
    { field: "software.releaseDate", before: "2026-05-11" },
    { field: "formats", removed: ["xml"] },
    { field: "guides.profiles", removed: ["http://hl7.org/fhir/us/core|6.1.0"] },
    { field: "security.services", removed: ["SMART-on-FHIR"] },
    { field: "security.oauthHost", before: "auth.acme.example.com" },
    { field: "interactions", removed: ["batch", "transaction"] },
    { field: "operations", removed: ["export"] },
    { field: "resources", added: ["Slot"], removed: ["Appointment"] },
    { field: "resources.Patient.interactions", removed: ["search-type"] },
    { field: "resources.Patient.searchParameters", added: ["birthdate"], removed: ["_id", "name"] },
    { field: "resources.Patient.revIncludes", removed: ["*"] },
    {
      field: "resources.Patient.profiles",
      removed: [
        "http://hl7.org/fhir/StructureDefinition/Patient",
        "http://hl7.org/fhir/us/core/StructureDefinition/us-core-patient|6.1.0",
      ],
    },
    { field: "resources.Patient.operations", removed: ["everything"] },
  ]);
  assert.deepEqual(compareFacts(after, after), []);
});

/** The same value with the keys of its objects and the entries of its lists in another order. */
function shuffle(value: unknown, random: () => number): unknown {
  if (Array.isArray(value))
    return value
      .map((one) => ({ one: shuffle(one, random), at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ one }) => one);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).map(([key, one]) => ({ key, one: shuffle(one, random), at: random() }));
  return Object.fromEntries(entries.sort((a, b) => a.at - b.at).map(({ key, one }) => [key, one]));
}

test("another order or format of the same document is no change", () => {
  fc.assert(
    fc.property(
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      fc.constantFrom(undefined, 2),
      (stream, indent) => {
        const random = () => stream.next().value;
        const shuffled = JSON.stringify(shuffle(statement(), random), undefined, indent);
        assert.deepEqual(compareFacts(read(statement()), read(shuffled)), []);
      },
    ),
  );
});
