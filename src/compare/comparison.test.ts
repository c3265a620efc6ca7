import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogOf, fhirRecord, fhirResource, healthy } from "../catalog/testing.ts";
import { toOfferingRecord } from "../outputs/api/to-record.ts";
import { buildComparePage } from "../views/compare-page.ts";
import { type ComparedOffering, compareOfferings } from "./comparison.ts";

const offering = (name: string, lines = "") =>
  `name: ${name}\nvendor: acme\nkind: fhir-server\nsummary: A server.\n${lines}`;

const catalog = catalogOf(
  healthy({
    "offerings/one.md": offering("One", "licence: MIT\nstandards: [FHIR R4]\nstatus: retired\nstatusDate: 2024-05"),
    "offerings/two.md": offering(
      "Two",
      "licence: MIT\nstandards: [FHIR R4, Bulk Data]\ndocumentation: https://www.docs.example/two",
    ),
    "offerings/three.md": offering("Three"),
    "news/2026/two.md":
      "title: Two is out\ndate: 2026-01-02\nlink: https://a.example/two\ncategories: ['HL7: FHIR']\nrelatedOfferings: [two]",
    "facts/interfaces/two/old.json": fhirRecord({
      fhirVersion: "1.0.2",
      resources: [fhirResource("MedicationOrder", { interactions: ["read"] })],
    }),
    "facts/interfaces/two/r4-write.json": fhirRecord({
      security: { services: ["OAuth"] },
      resources: [fhirResource("Observation", { interactions: ["create"] })],
    }),
    "facts/interfaces/two/r4.json": fhirRecord({
      environment: "sandbox",
      software: { name: "Two Server", version: "2.1" },
      operations: ["export"],
      resources: [
        fhirResource("Patient", { interactions: ["vread", "search-type", "update"] }),
        fhirResource("Observation", { interactions: ["read"] }),
      ],
    }),
  }),
);
const { labels } = buildComparePage(catalog);

function recordOf(slug: string): ComparedOffering {
  const found = catalog.offerings.find((one) => one.slug === slug);
  assert.ok(found, slug);
  return toOfferingRecord(catalog, found, "");
}

function compare(...slugs: string[]) {
  const records = slugs.map(recordOf);
  return compareOfferings(records, labels).map(({ heading, rows }) => ({
    heading,
    rows: rows.map(({ name, cells, differs }) => [
      name,
      ...cells.map(({ values, absent }) => values.map(({ text }) => text).join(", ") || absent),
      ...(differs ? ["differs"] : []),
    ]),
  }));
}

test("facts, standards with their bases, interface, resource types and news stand side by side", () => {
  assert.deepEqual(compare("one", "two"), [
    {
      heading: "Facts",
      rows: [
        ["Vendor", "Acme", "Acme"],
        ["Kind", "FHIR server", "FHIR server"],
        ["Licence", "MIT", "MIT"],
        ["Status", "Retired, May 2024", "not stated", "differs"],
        ["Documentation", "not stated", "docs.example", "differs"],
        ["Homepage", "not stated", "not stated"],
        ["Repository", "not stated", "not stated"],
        ["ONC certified", "not listed itself", "not listed itself"],
      ],
    },
    {
      heading: "Access",
      rows: [
        ["Sandbox", "not stated", "Available", "differs"],
        ["Price", "Free", "Free"],
      ],
    },
    {
      heading: "Standards",
      rows: [
        ["FHIR R4", "stated", "stated, declared", "differs"],
        ["FHIR DSTU2", "not stated", "declared", "differs"],
        ["Bulk Data", "not stated", "stated, declared", "differs"],
      ],
    },
    {
      heading: "Interface, as declared",
      rows: [
        ["FHIR", "not on record", "4.0.1, 1.0.2", "differs"],
        ["Software", "not on record", "Two Server 2.1", "differs"],
        ["Environment", "not on record", "sandbox", "differs"],
        ["Resource types", "not on record", "2: 2 readable, 1 searchable and 2 writable", "differs"],
        ["Operations", "not on record", "$export", "differs"],
        ["Security", "not on record", "OAuth", "differs"],
        ["Read on", "not on record", "24 July 2026", "differs"],
      ],
    },
    {
      heading: "Resource types, as declared",
      rows: [
        ["Observation", "not on record", "read, write", "differs"],
        ["Patient", "not on record", "read, search, write", "differs"],
      ],
    },
    { heading: "In the news", rows: [["Newest stories", "none", "Two is out", "differs"]] },
  ]);
});

test("offerings of which the same is known do not differ, and sections without rows are left out", () => {
  const sections = compare("three", "acme-server");
  assert.deepEqual(
    sections.map(({ heading }) => heading),
    ["Facts", "In the news"],
  );
  assert.ok(sections[0]?.rows.every((row) => row.at(-1) !== "differs"));
});

test("what is stated of access stands side by side, with what is said of it below", () => {
  const nothing = { note: null, address: null, listedBy: null };
  const link = (url: string) => ({ url });
  const unknown = {
    registration: null,
    authentication: null,
    sandbox: null,
    pricing: null,
    limits: null,
    apiStyle: null,
    data: null,
    regions: null,
    sdks: null,
    changelog: null,
    statusPage: null,
    terms: null,
    latestRelease: null,
  };
  const known = (authentication: string[], sandbox: string | null, pricing: string | null) => ({
    authentication,
    sandbox,
    pricing,
  });
  const stated: ComparedOffering["access"] = {
    registration: { ...nothing, value: "self-serve", note: "Sign up.", listedBy: "A list" },
    authentication: { ...nothing, value: ["none", "OAuth 2.0"] },
    sandbox: { ...nothing, value: "available", address: link("https://www.try.example/start") },
    pricing: { ...nothing, value: "free tier" },
    limits: { ...nothing, value: "Ten requests a minute." },
    apiStyle: { ...nothing, value: ["webhooks", "FHIR"] },
    data: { ...nothing, value: ["claims", "drug information"] },
    regions: { ...nothing, value: ["United States"] },
    sdks: {
      ...nothing,
      value: [
        { language: "Java", repository: link("https://code.example/java") },
        { language: "Go", repository: null },
      ],
    },
    changelog: { ...nothing, value: link("https://one.example/changes") },
    statusPage: null,
    terms: { ...nothing, value: link("https://one.example/terms") },
    latestRelease: { ...nothing, value: { version: "8.8.1", day: "2026-02-03" } },
  };
  const [one, two, three] = [recordOf("one"), recordOf("two"), recordOf("three")];
  const sections = compareOfferings(
    [
      { ...one, access: stated, knownAccess: known(["none", "OAuth 2.0"], "available", "free tier") },
      { ...two, access: unknown, knownAccess: known(["SMART app launch"], "available", "free") },
      { ...three, access: { ...unknown, registration: { ...nothing, value: "self-serve" } } },
    ],
    labels,
  );
  assert.deepEqual(
    sections.map(({ heading }) => heading),
    ["Facts", "Access", "Standards", "Interface, as declared", "Resource types, as declared", "In the news"],
  );
  const rows = sections[1]?.rows ?? [];
  assert.deepEqual(
    rows.map(({ name, cells, differs }) => [
      name,
      ...cells.map(({ values, absent }) => values.map(({ text }) => text).join(", ") || absent),
      differs,
    ]),
    [
      ["Registration", "Self-service", "not stated", "Self-service", true],
      ["Sandbox", "Available", "Available", "not stated", true],
      ["Price", "Free tier", "Free", "not stated", true],
      ["Authentication", "None, OAuth 2.0", "SMART app launch", "not stated", true],
      ["Limits", "Ten requests a minute.", "not stated", "not stated", true],
      ["Style", "FHIR, Webhooks", "not stated", "not stated", true],
      ["Data", "Claims, Drug information", "not stated", "not stated", true],
      ["Regions", "United States", "not stated", "not stated", true],
      ["Libraries", "Java, Go", "not stated", "not stated", true],
      ["Changelog", "one.example", "not stated", "not stated", true],
      ["Terms", "one.example", "not stated", "not stated", true],
      ["Latest release", "8.8.1, 3 February 2026", "not stated", "not stated", true],
    ],
  );
  assert.deepEqual(
    rows.flatMap(({ cells }) => cells.flatMap(({ notes }) => notes)),
    [
      { text: "Sign up." },
      { text: "Listed by A list." },
      { text: "try.example", href: "https://www.try.example/start" },
    ],
  );
  const notesAlone = compareOfferings(
    [
      {
        ...one,
        access: { ...unknown, pricing: { ...nothing, value: "free", note: "For all." } },
        knownAccess: known([], null, "free"),
      },
      { ...three, access: unknown, knownAccess: known([], null, "free") },
    ],
    labels,
  ).find(({ heading }) => heading === "Access");
  assert.deepEqual(
    notesAlone?.rows.map(({ differs }) => differs),
    [false],
    "values are the same, whatever is said of them",
  );
});

test("our pages are linked by path, others by address", () => {
  const [facts] = compareOfferings([recordOf("two")], labels);
  const links = facts?.rows
    .flatMap(({ cells }) => cells.flatMap(({ values }) => values))
    .flatMap(({ href }) => href ?? []);
  assert.deepEqual(links, ["/organization/acme/", "https://www.docs.example/two"]);
});

test("the page without a choice suggests offerings of a kind of which much is known", () => {
  assert.deepEqual(buildComparePage(catalog).suggestions, [
    { kind: "FHIR server", href: "/compare/?o=two,acme-server,three", label: "Two, Acme Server and Three" },
  ]);
});
