import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { InterfaceFactsSchema } from "../schemas/interface-facts.ts";
import { describeChange, toInterfaceViews } from "./interfaces.ts";

/** The recorded interfaces of an offering of the real content. */
function recorded(offering: string) {
  const folder = join("content/facts/interfaces", offering);
  return readdirSync(folder).map((file) => ({
    name: file.replace(/\.json$/, ""),
    facts: InterfaceFactsSchema.parse(JSON.parse(readFileSync(join(folder, file), "utf8"))),
  }));
}

test("the newest release comes first, and each says who declared it, where and when", () => {
  const views = toInterfaceViews(recorded("epic-on-fhir"));
  assert.deepEqual(
    views.map(({ id, heading, declared, source }) => [id, heading, declared, source.label]),
    [
      ["interface-fhir-r4", "FHIR R4, sandbox", "Declared by the sandbox, as read on 24 July 2026 at", "github.com"],
      [
        "interface-fhir-stu3",
        "FHIR STU3, sandbox",
        "Declared by the sandbox, as read on 24 July 2026 at",
        "github.com",
      ],
      [
        "interface-fhir-dstu2",
        "FHIR DSTU2, sandbox",
        "Declared by the sandbox, as read on 24 July 2026 at",
        "github.com",
      ],
      [
        "interface-smart",
        "Authorization (SMART), sandbox",
        "Declared by the sandbox, as read on 24 July 2026 at",
        "github.com",
      ],
    ],
  );
});

test("two servers of one release are told apart by their hosts", () => {
  const headings = toInterfaceViews(recorded("eclinicalworks")).map(({ heading }) => heading);
  assert.deepEqual(headings, [
    "FHIR R4, fhir4.eclinicalworks.com",
    "FHIR R4, fhir4.healow.com",
    "Authorization (SMART)",
  ]);
});

test("a statement of requirements, or of software, is called so", () => {
  assert.match(toInterfaceViews(recorded("advancedmd"))[0]?.declared ?? "", /^Declared as what its servers must do,/);
  assert.match(
    toInterfaceViews(recorded("meditech-greenfield-workspace"))[0]?.declared ?? "",
    /^Declared of the software, not of one server,/,
  );
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
  const told = [
    { day, field: "software.version", before: "5.0.1.693", after: "5.0.1.698" },
    { day, field: "address", after: "https://fhir.acme.example/" },
    { day, field: "security.oauthHost", before: "auth.acme.example" },
    { day, field: "resources", added: ["Appointment", "Slot"] },
    { day, field: "resources.Patient.searchParameters", added: ["birthdate"], removed: ["name", "family"] },
  ].map(describeChange);
  assert.deepEqual(told, [
    "software version 5.0.1.698, before 5.0.1.693",
    "address https://fhir.acme.example/",
    "security oauth host no longer stated, before auth.acme.example",
    "resources added Appointment and Slot",
    "Patient: search parameters added birthdate, without name and family",
  ]);
  const [change] = toInterfaceViews(recorded("nextgen-enterprise-ehr")).flatMap(({ changes }) => changes);
  assert.deepEqual(change, { day: "24 July 2026", text: "software version 5.0.1.698, before 5.0.1.693" });
});
