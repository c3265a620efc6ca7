import assert from "node:assert/strict";
import { test } from "node:test";
import { BUILD_DATE, catalogOf, fhirRecord, fhirResource, healthy } from "../../catalog/testing.ts";
import { factsOf, listing } from "../../importers/onc/testing.ts";
import type { CertificationStandards } from "../../schemas/certification-standards.ts";
import type { FhirFacts } from "../../schemas/interface-facts.ts";
import { expiredGuides, missingTypes } from "./interface-observations.ts";

/** US Core 3.1.1 until this day, 6.1.0 without an end. */
const adoptedUntil = (until: string): CertificationStandards => ({
  source: "https://rule.example/",
  asOf: "2026-06-15",
  criteria: [
    {
      criterion: "170.315(g)(10)",
      implies: [
        { standard: "US Core", version: "3.1.1", citation: "(b)(1)(i)", until },
        { standard: "US Core", version: "6.1.0", citation: "(b)(1)(ii)" },
      ],
    },
  ],
});

/** An offering with these interfaces, certified by this listing. */
function offeringOf(
  interfaces: Readonly<Record<string, Partial<FhirFacts>>>,
  given = {},
  implications = adoptedUntil("2026-01-01"),
) {
  const records = Object.entries(interfaces).map(([name, facts]) => [
    `facts/interfaces/acme-server/${name}.json`,
    fhirRecord(facts),
  ]);
  const offering =
    "name: Acme Server\nvendor: acme\nkind: certified-health-it\nsummary: A server.\noncProducts: [Alpha EHR]";
  const files = healthy({ ...Object.fromEntries(records), "offerings/acme-server.md": offering });
  const { facts } = factsOf(listing(given));
  const [found] = catalogOf(files, { facts, implications }).offerings;
  assert.ok(found);
  return found;
}

const naming = (...versions: readonly string[]): Partial<FhirFacts> => ({
  guides: {
    instantiates: versions.map((version) => `http://hl7.org/fhir/us/core|${version}`),
    implementationGuide: [],
    profiles: ["http://hl7.org/fhir/us/core", "http://hl7.org/fhir/uv/bulkdata|3.1.1"],
  },
});

test("a version whose adoption has ended is observed, from the day of its end on", () => {
  const observed = (until: string) =>
    expiredGuides(offeringOf({ "fhir-r4": naming("3.1.1") }, {}, adoptedUntil(until)));
  assert.deepEqual(observed(BUILD_DATE), [
    "fhir-r4, read on 24 July 2026, declares US Core 3.1.1; the adoption of 3.1.1 ((b)(1)(i)) ended on 22 November 2026",
  ]);
  assert.deepEqual(observed("2026-11-23"), []);
});

test("an offering without an active certification, and a server that declares the version in force too, are not observed", () => {
  const old = { "fhir-r4": naming("3.1.1") };
  assert.deepEqual(expiredGuides(offeringOf(old, { certificationStatus: "Withdrawn" })), []);
  assert.deepEqual(expiredGuides(offeringOf(old, { criteria: ["170.315(g)(7)"] })), []);
  assert.deepEqual(expiredGuides(offeringOf({ "fhir-r4": naming("6.1.0", "3.1.1") })), []);
});

test("a version of which nothing is known is said and not observed, as is what is required of servers", () => {
  assert.match(
    expiredGuides(offeringOf({ "fhir-r4": naming("5.0.1", "3.1.1") }))[0] ?? "",
    /declares US Core 3\.1\.1, and 5\.0\.1 too;/,
  );
  for (const facts of [naming("6.1.0"), naming("5.0.1"), naming(), { ...naming("3.1.1"), statement: "requirements" }])
    assert.deepEqual(expiredGuides(offeringOf({ "fhir-r4": facts as Partial<FhirFacts> })), []);
});

test("a certified offering whose R4 servers declare no type of US Core is observed", () => {
  const odd = { resources: [fhirResource("Slot")] };
  const fine = { resources: [fhirResource("Patient")] };
  assert.deepEqual(missingTypes(offeringOf({ "fhir-r4": odd })), [
    "certified for 170.315(g)(10); fhir-r4, read on 24 July 2026, declares none of the 27 resource types of US Core 6.1.0",
  ]);
  // A server of an older release has other types to declare.
  assert.match(
    missingTypes(offeringOf({ a: odd, b: {}, c: { ...fine, fhirVersion: "1.0.2" } }))[0] ?? "",
    /; a, .* b, /,
  );
  assert.deepEqual(missingTypes(offeringOf({ a: odd, b: fine })), []);
  assert.deepEqual(missingTypes(offeringOf({ "fhir-dstu2": { ...odd, fhirVersion: "1.0.2" } })), []);
  assert.deepEqual(missingTypes(offeringOf({ "fhir-r4": { ...odd, statement: "requirements" } })), []);
  assert.deepEqual(missingTypes(offeringOf({ "fhir-r4": odd }, { criteria: ["170.315(g)(7)"] })), []);
  assert.deepEqual(missingTypes(offeringOf({ "fhir-r4": odd }, { certificationStatus: "Withdrawn" })), []);
});
