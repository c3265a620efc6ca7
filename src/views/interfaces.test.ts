import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fhirRecord, fhirResource } from "../catalog/testing.ts";
import { type FhirFacts, InterfaceFactsSchema } from "../schemas/interface-facts.ts";
import { describeChange, toInterfaceViews } from "./interfaces.ts";

/** The recorded interfaces of a real offering, as they were in August 2026: those of the content are read again each week. */
function recorded(offering: string) {
  const folder = join("tests/fixtures/interfaces", offering);
  return readdirSync(folder).map((file) => ({
    name: file.replace(/\.json$/, ""),
    facts: InterfaceFactsSchema.parse(JSON.parse(readFileSync(join(folder, file), "utf8"))),
  }));
}

test("the newest release comes first, and each says who declared it, where and when", () => {
  const views = toInterfaceViews(recorded("epic-on-fhir"));
  assert.deepEqual(
    views.map(({ id, heading, declared, source }) => [id, heading, declared, source?.label]),
    [
      [
        "interface-fhir-r4",
        "FHIR R4, sandbox",
        "Declared by the sandbox, as in a copy read on 24 July 2026 at",
        "github.com",
      ],
      [
        "interface-fhir-stu3",
        "FHIR STU3, sandbox",
        "Declared by the sandbox, as in a copy read on 24 July 2026 at",
        "github.com",
      ],
      [
        "interface-fhir-dstu2",
        "FHIR DSTU2, sandbox",
        "Declared by the sandbox, as in a copy read on 24 July 2026 at",
        "github.com",
      ],
      [
        "interface-smart",
        "Authorization (SMART), sandbox",
        "Declared by the sandbox, as in a copy read on 24 July 2026 at",
        "github.com",
      ],
    ],
  );
});

test("two servers of one release are told apart by their hosts, and on one host by their names", () => {
  const headings = (...addresses: readonly string[]) =>
    toInterfaceViews(two(...addresses.map((address) => ({ address })))).map(({ heading }) => heading);
  assert.deepEqual(headings("https://fhir.acme.example/r4", "https://api.acme.example/r4"), [
    "FHIR R4, fhir.acme.example",
    "FHIR R4, api.acme.example",
  ]);
  assert.deepEqual(headings("https://fhir.acme.example/p", "https://fhir.acme.example/q"), [
    "FHIR R4, server-0",
    "FHIR R4, server-1",
  ]);
});

test("a statement of requirements, or of software, is called so, and a document of the server itself is no copy", () => {
  const declared = toInterfaceViews(
    two(
      { statement: "requirements" },
      { statement: "capability" },
      { address: "https://fhir.acme.example/r4" },
      { address: "https://fhir.other.example/r4" },
    ),
  ).map((view) => view.declared);
  assert.deepEqual(declared, [
    "Declared as requirements for its servers, as read on 24 July 2026 at",
    "Declared for the software, not for one server, as read on 24 July 2026 at",
    "Declared by the server, as read on 24 July 2026 at",
    "Declared by the server, as in a copy read on 24 July 2026 at",
  ]);
});

test("facts are named for readers, and what is not stated is not there", (t) => {
  for (const offering of ["epic-on-fhir", "athenahealth-api"]) {
    const views = toInterfaceViews(recorded(offering));
    t.assert.snapshot(
      views.map(({ heading, facts, resources }) => ({
        heading,
        facts: facts.map(({ name, values }) => `${name}: ${values.join(", ")}`),
        resources: resources?.summary,
        missing: resources?.missing,
        appointment: resources?.rows.find(({ type }) => type === "Appointment"),
      })),
    );
  }
});

test("a change is told in the words of readers", () => {
  const day = "2026-07-24";
  const types = ["Account", "Appointment", "Basic", "Binary", "Bundle", "CarePlan", "Slot"];
  const told = [
    { day, field: "software.version", before: "5.0.1.693", after: "5.0.1.698" },
    { day, field: "fhirVersion", before: "4.0.1", after: "5.0.0" },
    { day, field: "address", after: "https://fhir.acme.example/" },
    { day, field: "security.oauthHost", before: "auth.acme.example" },
    { day, field: "hasRegistration", before: "true", after: "false" },
    { day, field: "resources", added: types },
    { day, field: "resources.Patient.searchParameters", added: ["birthdate"], removed: ["name", "family"] },
  ].map(describeChange);
  assert.deepEqual(told, [
    "software version 5.0.1.698, previously 5.0.1.693",
    "FHIR version 5.0.0, previously 4.0.1",
    "address https://fhir.acme.example/, not stated before",
    "OAuth host no longer stated, previously auth.acme.example",
    "dynamic registration not offered, previously offered",
    "resources: Account, Appointment, Basic, Binary, Bundle and 2 more added",
    "Patient, search parameters: birthdate added; name and family removed",
  ]);
  const [view] = toInterfaceViews(two({ changes: [{ day, field: "software.version", before: "1", after: "2" }] }));
  assert.deepEqual(view?.changes, [{ day: "24 July 2026", text: "Software version 2, previously 1" }]);
});

/** Two interfaces of one offering with these changes. */
function two(...changes: readonly Partial<FhirFacts>[]) {
  return changes.map((one, at) => ({
    name: `server-${at}`,
    facts: InterfaceFactsSchema.parse(JSON.parse(fhirRecord(one))),
  }));
}

test("what would make a page too large is left to the data, and said to be", () => {
  const types = (count: number, parameters: number) =>
    Array.from({ length: count }, (_, at) =>
      fhirResource(`Type${String.fromCharCode(65 + (at % 26))}${"a".repeat(1 + at / 26)}`, {
        interactions: ["search-type"],
        searchParameters: Array.from({ length: parameters }, (_, which) => `p${which}`),
      }),
    );
  const view = (...changes: readonly Partial<FhirFacts>[]) => {
    const views = toInterfaceViews(two(...changes));
    return views.map(({ resources, leftOut }) => [
      resources?.rows.length,
      resources?.rows[0]?.parameters.length,
      leftOut,
    ]);
  };
  assert.deepEqual(view({ resources: types(100, 10) }), [[100, 10, []]]);
  // The limit is that of all servers together, the number each server's own.
  const names = (count: string) => [
    `the names of ${count} search parameters, since a page names at most 1,000 across all servers`,
  ];
  assert.deepEqual(view({ resources: types(100, 10) }, { resources: types(1, 10) }, { resources: types(2, 0) }), [
    [100, 0, names("1,000")],
    [1, 0, names("10")],
    [2, 0, []],
  ]);
  const rows = (count: string) => [`${count}, since a page lists at most 200 across all servers`];
  assert.deepEqual(view({ resources: types(200, 1) }, { resources: types(1, 1) }, { resources: [] }), [
    [0, undefined, rows("200 resource types")],
    [0, undefined, rows("1 resource type")],
    [0, undefined, []],
  ]);
  const change = (at: number) => ({ day: "2026-07-24", field: "fhirVersion", before: `${at}`, after: `${at + 1}` });
  const [changed] = toInterfaceViews(two({ changes: Array.from({ length: 22 }, (_, at) => change(at)) }));
  assert.deepEqual([changed?.changes.length, changed?.leftOut], [20, ["2 earlier changes"]]);
  const [formats] = toInterfaceViews(two({ formats: Array.from({ length: 1101 }, (_, at) => `f${at}`) }));
  assert.match(formats?.facts.find(({ name }) => name === "Formats")?.text ?? "", /, f99, 1,001 more in the data$/);
});

test("a server that names another release of US Core is not compared with this one", () => {
  const guides = (instantiates: string[]) => ({ guides: { instantiates, implementationGuide: [], profiles: [] } });
  const [old, same, open, none] = toInterfaceViews(
    two(
      guides(["http://hl7.org/fhir/us/core|3.1.1"]),
      guides(["http://hl7.org/fhir/us/core|3.1.1", "https://hl7.org/fhir/us/core/STU6.1|6.1.0"]),
      guides(["http://hl7.org/fhir/us/core"]),
      guides([]),
    ),
  ).map(({ resources }) => resources?.missing?.gaps.length);
  assert.deepEqual([old, same, open, none], [undefined, 27, 27, undefined]);
});
