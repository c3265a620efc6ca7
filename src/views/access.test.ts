import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogOf, type Files, fhirRecord, healthy } from "../catalog/testing.ts";
import { type AccessView, toAccess } from "./access.ts";

/** The access of an offering with these lines. */
function accessOf(lines: string, files: Files = {}): AccessView {
  const offering = `name: It\nvendor: acme\nkind: fhir-server\nsummary: It is.\n${lines}`;
  const catalog = catalogOf(healthy({ "offerings/it.md": offering, ...files }));
  const it = catalog.offerings.find(({ slug }) => slug === "it");
  assert.ok(it);
  return toAccess(it, catalog);
}

const LONG = "x".repeat(50);
const SOURCE = "source: https://www.acme.example/docs";

test("what decides whether one can begin comes first, whatever the order in the file, and what is not stated is named", () => {
  const { decisive, further, notStated } = accessOf(`data: {value: [claims, clinical], ${SOURCE}}
pricing: {value: not public, ${SOURCE}}
registration: {value: self-serve, ${SOURCE}}`);
  assert.deepEqual(
    decisive.map(({ label, values }) => [label, values]),
    [
      ["Registration", [{ label: "Self-service" }]],
      ["Price", [{ label: "Not public" }]],
    ],
  );
  assert.deepEqual(
    further.map(({ label, values }) => [label, values]),
    [["Data", [{ label: "Claims" }, { label: "Clinical records" }]]],
  );
  assert.deepEqual(notStated, ["documentation", "sandbox", "authentication", "limits"]);
});

test("a fact says where and when it was seen, and who says so", () => {
  const [fact] = accessOf(`sandbox:
  value: available
  note: Made-up patients.
  address: https://sandbox.acme.example/start
  source: [https://a.example/x, https://b.example/${LONG}/docs/y.md]
  seen: 2026-08-14
  listedBy: API Evangelist`).decisive;
  assert.deepEqual(fact, {
    name: "sandbox",
    label: "Sandbox",
    values: [{ label: "Available" }],
    note: "Made-up patients.",
    page: { href: "https://sandbox.acme.example/start", label: "sandbox.acme.example", before: " at " },
    listedBy: "API Evangelist",
    sources: [
      { href: "https://a.example/x", label: "a.example/x" },
      { href: `https://b.example/${LONG}/docs/y.md`, label: "b.example/…/docs/y.md" },
    ],
    seen: "14 August 2026",
  });
});

test("a value that stands alone is a fact without a source", () => {
  const [fact] = accessOf("pricing: free").decisive;
  assert.deepEqual([fact?.values, fact?.sources, fact?.seen], [[{ label: "Free" }], [], undefined]);
});

test("addresses, libraries and releases are links and words", () => {
  const { further } = accessOf(`openapi: {value: https://acme.example/openapi.json, ${SOURCE}}
sdks: {value: [{language: Go, repository: https://github.com/acme/go}, {language: PHP}], ${SOURCE}}
latestRelease: {value: {version: v2.1, day: 2026-08-27}, ${SOURCE}}`);
  assert.deepEqual(
    further.map(({ values }) => values),
    [
      [{ href: "https://acme.example/openapi.json", label: "acme.example" }],
      [{ href: "https://github.com/acme/go", label: "Go" }, { label: "PHP" }],
      [{ label: "v2.1, 27 August 2026" }],
    ],
  );
});

test("what nobody states follows from standards, from the licence and from a declared interface", () => {
  const record = fhirRecord({ environment: "sandbox" });
  const { decisive } = accessOf("licence: MIT\nstandards: [OpenID Connect, SMART on FHIR]", {
    "facts/interfaces/it/fhir-r4.json": record,
  });
  assert.deepEqual(
    decisive.map(({ label, values, note }) => [label, values, note]),
    [
      ["Sandbox", [{ label: "Available" }], "What its interface declares is described below."],
      ["Price", [{ label: "Free" }], "Open source, MIT."],
      ["Authentication", [{ label: "SMART app launch" }, { label: "OpenID Connect" }], "Follows from its standards."],
    ],
  );
  const own = accessOf(`standards: [OAuth 2.0]\nauthentication: {value: API key, ${SOURCE}}`);
  assert.deepEqual(own.decisive[0]?.values, [{ label: "API key" }]);
});

test("a sentence stays a sentence, whatever it begins with, and 'none' among others comes last", () => {
  const { decisive } =
    accessOf(`limits: {value: "https: ten a second.", address: https://acme.example/limits, ${SOURCE}}
authentication: {value: [none, API key], ${SOURCE}}`);
  assert.deepEqual(
    decisive.map(({ values, page }) => [values, page?.before]),
    [
      [[{ label: "API key" }, { label: "or none" }], undefined],
      [[{ label: "https: ten a second." }], " See "],
    ],
  );
});
