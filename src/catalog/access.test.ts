import assert from "node:assert/strict";
import { test } from "node:test";
import { sandboxOf } from "./access.ts";
import { catalogOf, fhirRecord, healthy } from "./testing.ts";

function sandboxWith(lines: string, environment?: "sandbox" | "production") {
  const { offerings } = catalogOf(
    healthy({
      "offerings/one.md": `name: One\nvendor: acme\nkind: fhir-server\nsummary: A server.\n${lines}`,
      ...(environment && { "facts/interfaces/one/r4.json": fhirRecord({ environment }) }),
    }),
  );
  const one = offerings.find(({ slug }) => slug === "one");
  assert.ok(one);
  return sandboxOf(one);
}

test("a sandbox is there where it is stated or an interface on record is one", () => {
  assert.equal(sandboxWith(""), undefined);
  assert.equal(sandboxWith("", "production"), undefined);
  assert.equal(sandboxWith("", "sandbox"), "available");
  assert.equal(sandboxWith("sandbox: available"), "available");
  assert.equal(sandboxWith("sandbox: none", "production"), "none");
  assert.equal(sandboxWith("sandbox: none", "sandbox"), "available", "what is on record is there");
});
