import assert from "node:assert/strict";
import { test } from "node:test";
import { listResourceTypes } from "../catalog/resource-types.ts";
import { catalogOf, fhirRecord, fhirResource, healthy } from "../catalog/testing.ts";
import type { FhirFacts } from "../schemas/interface-facts.ts";
import { buildResourcePage } from "./resource-page.ts";

/** A server on which each resource type has these interactions. */
function fhir(types: Readonly<Record<string, string[]>>, changes: Partial<FhirFacts> = {}): string {
  const resources = Object.entries(types).map(([type, interactions]) =>
    fhirResource(type, { interactions, searchParameters: ["_id", "date"] }),
  );
  return fhirRecord({ resources, ...changes });
}

const catalog = catalogOf(
  healthy({
    "offerings/beta.md": "name: Beta\nvendor: acme\nkind: fhir-server\nsummary: Another.\ntopics: ['HL7: FHIR']",
    "facts/interfaces/acme-server/fhir-r4.json": fhir({ Appointment: ["read", "search-type", "create"], Slot: [] }),
    "facts/interfaces/acme-server/fhir-dstu2.json": fhir({ Appointment: ["vread"] }, { fhirVersion: "1.0.2" }),
    "facts/interfaces/beta/fhir-r4.json": fhir({ Appointment: ["read"] }, { environment: "sandbox" }),
  }),
);

test("a resource type has who declares it, and what one can do there; an offering with two releases counts once", () => {
  const [appointment, slot] = listResourceTypes(catalog);
  assert.ok(appointment && slot);
  const page = buildResourcePage(catalog, appointment);
  assert.equal(page.summary, "2 offerings: readable in 2, searchable in 1, writable in 1");
  assert.deepEqual(
    page.rows.map((row) => [row.offering.label, row.interface, row.reads, row.searches, row.parameters, row.writes]),
    [
      [
        "Acme Server",
        { href: "/offering/acme-server/#interface-fhir-dstu2", label: "FHIR DSTU2" },
        true,
        false,
        [],
        [],
      ],
      [
        "Acme Server",
        { href: "/offering/acme-server/#interface-fhir-r4", label: "FHIR R4" },
        true,
        true,
        ["_id", "date"],
        ["create"],
      ],
      ["Beta", { href: "/offering/beta/#interface-fhir-r4", label: "FHIR R4, sandbox" }, true, false, [], []],
    ],
  );
  assert.deepEqual(
    page.types.map(({ href, isCurrent }) => [href, isCurrent]),
    [
      ["/resource/appointment/", true],
      ["/resource/slot/", false],
    ],
  );
  assert.equal(buildResourcePage(catalog, slot).summary, "1 offering: readable in 0, searchable in 0, writable in 0");
});
