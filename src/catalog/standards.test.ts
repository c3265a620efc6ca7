import assert from "node:assert/strict";
import { test } from "node:test";
import type { CertificationStandards } from "../schemas/certification-standards.ts";
import { type FhirFacts, type InterfaceFacts, InterfaceFactsSchema } from "../schemas/interface-facts.ts";
import type { CertifiedProduct } from "../schemas/onc-facts.ts";
import { toImpliedStandards, toKnownStandards } from "./standards.ts";
import { fhirRecord, fhirResource } from "./testing.ts";

const fhir = (changes?: Partial<FhirFacts>): InterfaceFacts =>
  InterfaceFactsSchema.parse(JSON.parse(fhirRecord(changes)));

function smart(capabilities: readonly string[] = []): InterfaceFacts {
  return InterfaceFactsSchema.parse({
    kind: "smart",
    source: "https://acme.example/",
    seen: "2026-07-24",
    digest: "0".repeat(64),
    environment: "unknown",
    changes: [],
    capabilities,
    grantTypes: [],
    clientAuthentication: [],
    pkceMethods: [],
    hasRegistration: false,
    hasIntrospection: false,
    hasBrandBundle: false,
  });
}

const declared = (facts: InterfaceFacts) => toKnownStandards([], [facts], []).map(({ standard }) => standard);
const guides = (instantiates: readonly string[], profiles: readonly string[] = []) => ({
  guides: { instantiates: [...instantiates], implementationGuide: [], profiles: [...profiles] },
});
const resource = (type: string, operations: string[]) => fhirResource(type, { operations });

test("a server declares its release, and what it names", () => {
  assert.deepEqual(declared(fhir()), ["FHIR R4"]);
  assert.deepEqual(declared(fhir({ fhirVersion: "1.0.2" })), ["FHIR DSTU2"]);
  assert.deepEqual(declared(fhir({ security: { services: ["SMART-on-FHIR"] } })), ["FHIR R4", "SMART on FHIR"]);
  assert.deepEqual(declared(fhir(guides([], ["http://hl7.org/fhir/us/core|6.1.0"]))), ["FHIR R4", "US Core"]);
  // A guide beside it whose address begins alike is another.
  assert.deepEqual(declared(fhir(guides(["http://hl7.org/fhir/us/core-other"]))), ["FHIR R4"]);
  assert.deepEqual(declared(fhir(guides(["http://hl7.org/fhir/uv/bulkdata|2.0.0"]))), ["FHIR R4", "Bulk Data"]);
  assert.deepEqual(declared(fhir({ operations: ["group-export"] })), ["FHIR R4", "Bulk Data"]);
  assert.deepEqual(declared(fhir({ resources: [resource("Group", ["export"])] })), ["FHIR R4", "Bulk Data"]);
  assert.deepEqual(declared(fhir({ resources: [resource("Media", ["export"])], operations: ["exporter"] })), [
    "FHIR R4",
  ]);
  assert.deepEqual(declared(fhir(guides(["https://hl7.org/fhir/us/core/STU6.1"]))), ["FHIR R4", "US Core"]);
  // What is required of servers is declared by none; an authorization server without capabilities may be anybody's.
  assert.deepEqual(declared(fhir({ statement: "requirements" })), []);
  assert.deepEqual(declared(smart()), []);
  assert.deepEqual(declared(smart(["launch-ehr"])), ["SMART on FHIR"]);
  assert.deepEqual(declared(smart(["sso-openid-connect"])), ["SMART on FHIR", "OpenID Connect"]);
});

const IMPLICATIONS: CertificationStandards = {
  source: "https://rule.example/",
  asOf: "2026-06-15",
  criteria: [
    { criterion: "170.315(g)(7)", implies: [] },
    {
      criterion: "170.315(g)(10)",
      implies: [
        { standard: "FHIR R4", version: "4.0.1", citation: "(a)(1)" },
        { standard: "US Core", version: "3.1.1", citation: "(b)(1)(i)", until: "2026-01-01" },
        { standard: "US Core", version: "6.1.0", citation: "(b)(1)(ii)", from: "2024-01-01" },
      ],
    },
  ],
};

function product(criteria: readonly string[], certificationStatus = "Active"): CertifiedProduct {
  const version = { version: "1", chplId: 1, chplProductNumber: "15.1", certificationDate: "2020-01-01" };
  return {
    product: "Acme",
    developer: "Acme",
    versions: [{ ...version, certificationStatus, criteria: [...criteria] }],
  };
}

test("an active certification implies the versions that are adopted; what has expired is said to have", () => {
  const implied = toImpliedStandards([product(["170.315(g)(10)", "170.315(g)(7)"])], IMPLICATIONS, "2026-01-01");
  assert.deepEqual(
    implied.map(({ standard, version, until, isExpired }) => [standard, version, until, isExpired]),
    [
      ["FHIR R4", "4.0.1", undefined, false],
      ["US Core", "3.1.1", "2026-01-01", true],
      ["US Core", "6.1.0", undefined, false],
    ],
  );
  const before = toImpliedStandards([product(["170.315(g)(10)"])], IMPLICATIONS, "2023-12-31");
  assert.deepEqual(
    before.map(({ version, isExpired }) => [version, isExpired]),
    [
      ["4.0.1", false],
      ["3.1.1", false],
    ],
  );
});

test("a version that two criteria imply stands once", () => {
  const [first, second] = IMPLICATIONS.criteria;
  const criteria = [
    { ...first, criterion: "170.315(g)(7)", implies: second?.implies ?? [] },
    ...(second ? [second] : []),
  ];
  const implied = toImpliedStandards(
    [product(["170.315(g)(7)", "170.315(g)(10)"])],
    { ...IMPLICATIONS, criteria },
    "2026-11-22",
  );
  assert.deepEqual(
    implied.map(({ criterion }) => criterion),
    Array(3).fill("170.315(g)(7)"),
  );
});

test("nothing is implied by a listing that is not active, another criterion, or without the list of implications", () => {
  const day = "2026-11-22";
  assert.deepEqual(toImpliedStandards([product(["170.315(g)(10)"], "Withdrawn")], IMPLICATIONS, day), []);
  assert.deepEqual(toImpliedStandards([product(["170.315(b)(1)"])], IMPLICATIONS, day), []);
  assert.deepEqual(toImpliedStandards([product(["170.315(g)(10)"])], undefined, day), []);
});

test("a standard has every basis on which it is known, in the order of the list of standards", () => {
  const implied = toImpliedStandards([product(["170.315(g)(10)"])], IMPLICATIONS, "2026-11-22");
  assert.deepEqual(toKnownStandards(["X12", "FHIR R4"], [fhir(), smart(["launch-ehr"])], implied), [
    { standard: "FHIR R4", bases: ["stated", "declared", "implied"] },
    { standard: "US Core", bases: ["implied"] },
    { standard: "SMART on FHIR", bases: ["declared"] },
    { standard: "X12", bases: ["stated"] },
  ]);
  // The one version that was implied has expired.
  const expired = implied.filter(({ version }) => version === "3.1.1");
  assert.deepEqual(toKnownStandards([], [], expired), []);
});
