import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { catalogOf, fhirRecord, fhirResource, healthy } from "../../catalog/testing.ts";
import { buildOfferingRows } from "../../views/offering-rows.ts";
import { countOptions, listRows } from "./offering-list.ts";
import { type OfferingSort, readListState, writeListState } from "./offering-list-state.ts";

const offering = (name: string, lines: string) => `name: ${name}\nvendor: acme\nsummary: It is.\n${lines}`;

const { rows } = buildOfferingRows(
  catalogOf(
    healthy({
      "organizations/zeta.md": "name: Zeta\ntype: vendor",
      "offerings/alpha.md": offering(
        "Alpha",
        "kind: fhir-server\nstandards: [FHIR R4, DICOM]\nregistration: self-serve\npricing: not public",
      ),
      "offerings/beta.md": offering(
        "Beta",
        "kind: imaging\nstandards: [DICOM]\nlicence: MIT\nregistration: contract",
      ).replace("acme", "zeta"),
      "offerings/gamma.md": offering(
        "Gamma",
        "kind: fhir-server\nstandards: [DICOM]\nregistration: self-serve\nsandbox: available\npricing: free tier",
      ),
      "facts/interfaces/gamma/r4.json": fhirRecord({
        resources: [fhirResource("Patient", { interactions: ["create"] })],
      }),
    }),
  ),
);
const filters = [...Object.keys(rows[0]?.values ?? {}), "basis"];
const shown = (query: string) =>
  listRows(rows, readListState(new URLSearchParams(query), filters)).map(({ label }) => label);
const counts = (query: string, filter: string) =>
  Object.fromEntries(countOptions(rows, readListState(new URLSearchParams(query), filters).selection, filter));

test("values of one filter widen, filters narrow", () => {
  assert.deepEqual(shown(""), ["Acme Server", "Alpha", "Beta", "Gamma"]);
  assert.deepEqual(shown("standard=fhir-r4"), ["Alpha", "Gamma"]);
  assert.deepEqual(shown("standard=fhir-r4&standard=dicom"), ["Alpha", "Beta", "Gamma"]);
  assert.deepEqual(shown("standard=dicom&kind=imaging"), ["Beta"]);
  assert.deepEqual(shown("kind=no-such-kind"), []);
  assert.deepEqual(shown("has=write"), ["Gamma"]);
  assert.deepEqual(shown("registration=self-serve&sandbox=available"), ["Gamma"]);
  assert.deepEqual(shown("price=not-stated&price=not-public"), ["Acme Server", "Alpha"]);
});

test("a basis narrows a standard, not another standard of the same offering", () => {
  assert.deepEqual(shown("standard=fhir-r4&basis=declared"), ["Gamma"]);
  assert.deepEqual(shown("standard=fhir-r4&basis=stated"), ["Alpha"]);
  assert.deepEqual(shown("standard=dicom&basis=declared"), [], "Gamma declares FHIR R4, and states DICOM");
  assert.deepEqual(shown("basis=declared"), ["Gamma"]);
  assert.deepEqual(shown("basis=implied"), []);
});

test("the counts beside bases and standards follow each other", () => {
  assert.deepEqual(counts("standard=fhir-r4", "basis"), { stated: 1, declared: 1 });
  assert.deepEqual(counts("basis=declared", "standard"), { "fhir-r4": 1 });
  assert.deepEqual(counts("", "basis"), { stated: 3, declared: 1 });
});

test("a count is how many rows would be left", () => {
  const some = (filter: string) => fc.subarray([...new Set(rows.flatMap(({ values }) => values[filter] ?? []))]);
  const selection = fc.record({
    kind: some("kind"),
    standard: some("standard"),
    basis: fc.subarray(["stated", "declared", "implied"]),
  });
  fc.assert(
    fc.property(selection, fc.constantFrom("kind", "standard", "basis"), (values, filter) => {
      const selected = new Map(Object.entries(values).map(([name, of]) => [name, new Set(of)]));
      for (const [value, count] of countOptions(rows, selected, filter)) {
        const narrowed = new Map(selected).set(filter, new Set([value]));
        assert.equal(listRows(rows, { selection: narrowed, sort: "name" }).length, count, `${filter} ${value}`);
      }
    }),
  );
});

test("rows are sorted, what is not stated last, and equals by name", () => {
  assert.deepEqual(shown("sort=vendor"), ["Acme Server", "Alpha", "Gamma", "Beta"]);
  assert.deepEqual(shown("sort=licence"), ["Beta", "Acme Server", "Alpha", "Gamma"]);
  assert.deepEqual(shown("sort=writes"), ["Gamma", "Acme Server", "Alpha", "Beta"]);
  assert.deepEqual(shown("sort=access"), ["Gamma", "Alpha", "Beta", "Acme Server"], "first what has a sandbox");
  assert.deepEqual(shown("sort=price"), ["Beta", "Gamma", "Alpha", "Acme Server"]);
  assert.deepEqual(shown("sort=nothing"), shown(""));
});

test("a state written to an address is read back", () => {
  for (const sort of ["name", "vendor", "writes"] satisfies OfferingSort[]) {
    const state = { selection: new Map([["kind", new Set(["imaging"])]]), sort };
    const query = writeListState(new URLSearchParams("utm=x&sort=kind"), state);
    assert.equal(query.get("utm"), "x");
    assert.deepEqual(readListState(query, ["kind"]), state);
  }
});
