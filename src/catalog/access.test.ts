import assert from "node:assert/strict";
import { test } from "node:test";
import { authenticationOf, pricingOf, sandboxOf } from "./access.ts";
import type { Offering } from "./graph.ts";
import { catalogOf, fhirRecord, healthy } from "./testing.ts";

function offeringWith(lines: string, environment?: "sandbox" | "production"): Offering {
  const { offerings } = catalogOf(
    healthy({
      "offerings/one.md": `name: One\nvendor: acme\nkind: fhir-server\nsummary: A server.\n${lines}`,
      ...(environment && { "facts/interfaces/one/r4.json": fhirRecord({ environment }) }),
    }),
  );
  const one = offerings.find(({ slug }) => slug === "one");
  assert.ok(one);
  return one;
}

test("a sandbox is there where it is stated or an interface on record is one", () => {
  const of = (...args: Parameters<typeof offeringWith>) => sandboxOf(offeringWith(...args));
  assert.equal(of(""), undefined);
  assert.equal(of("", "production"), undefined);
  assert.equal(of("", "sandbox"), "available");
  assert.equal(of("sandbox: available"), "available");
  assert.equal(of("sandbox: none", "production"), "none");
  assert.equal(of("sandbox: none", "sandbox"), "available", "what is on record is there");
});

test("open source is free, unless a price is stated", () => {
  const of = (lines: string) => pricingOf(offeringWith(lines));
  assert.deepEqual(["", "licence: commercial", "licence: MIT", "licence: MIT\npricing: free tier"].map(of), [
    undefined,
    undefined,
    "free",
    "free tier",
  ]);
});

test("where no authentication is stated, it is that of the standards", () => {
  const of = (lines: string) => authenticationOf(offeringWith(lines));
  assert.deepEqual(of("standards: [FHIR R4, OAuth 2.0, SMART on FHIR]"), ["SMART app launch", "OAuth 2.0"]);
  assert.deepEqual(of("standards: [OAuth 2.0]\nauthentication: API key"), ["API key"]);
  assert.deepEqual(of("standards: [FHIR R4]"), []);
});
