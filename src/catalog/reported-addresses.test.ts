import assert from "node:assert/strict";
import { test } from "node:test";
import type { ReportedVendor } from "../schemas/reported-addresses.ts";
import { REPORTED_FILE } from "./file-kind.ts";
import { readFacts } from "./read-file.ts";
import { report } from "./testing.ts";

function diagnosticsOf(vendor: Partial<ReportedVendor>, text = report(vendor)): string[] {
  const { diagnostics } = readFacts({ file: REPORTED_FILE, bytes: new TextEncoder().encode(text) });
  return diagnostics.map(({ path, message }) => `${path.join(".")}: ${message}`);
}

test("an address is https, and of a host that anybody can reach", () => {
  assert.deepEqual(diagnosticsOf({ metadata: "https://fhir.acme.example:4434/metadata" }), []);
  const refused = [
    "http://fhir.acme.example/metadata",
    "https://localhost/metadata",
    "https://10.0.0.1/metadata",
    "https://fhir.corp.internal/metadata",
  ];
  for (const smart of refused)
    assert.deepEqual(diagnosticsOf({ smart }), [
      "vendors.0.smart: The value must be an https address of a public host",
    ]);
});

test("a vendor stands there once", () => {
  const text = report().replace('"vendors":[', '"vendors":[{"vendor":"Acme"},');
  assert.deepEqual(diagnosticsOf({}, text), ["vendors.1.vendor: The value stands there twice: 'Acme'"]);
});
