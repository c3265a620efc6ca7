import assert from "node:assert/strict";
import { test } from "node:test";
import { mergePolicies, readPolicy } from "./content-policy.ts";

test("the merged policy allows what any of them allows, in an order of its own", () => {
  const one = "default-src 'self';base-uri 'none'; script-src 'self' 'sha256-b='; style-src 'self' ;";
  const two = "default-src 'self'; base-uri 'none'; script-src 'self' 'sha256-a='; style-src 'self' 'sha256-c=';";
  const merged =
    "default-src 'self'; base-uri 'none'; script-src 'self' 'sha256-a=' 'sha256-b='; style-src 'self' 'sha256-c='; frame-ancestors 'none'";
  assert.equal(mergePolicies([one, two]), merged);
  assert.equal(mergePolicies([two, one]), merged);
  assert.equal(mergePolicies([merged, ""]), merged);
});

test("of a directive that stands twice the first counts", () => {
  assert.deepEqual([...readPolicy("Script-Src 'self'; script-src *;;  ")], [["script-src", ["'self'"]]]);
});
