import assert from "node:assert/strict";
import { test } from "node:test";
import { readRetryAfter } from "./retry-after.ts";

test("Retry-After is read in seconds, and as a date by the server's own clock", () => {
  const date = "Wed, 21 Oct 2026 07:28:00 GMT";
  assert.equal(readRetryAfter(undefined), undefined);
  assert.equal(readRetryAfter("120"), 120_000);
  assert.equal(readRetryAfter(date), Number.POSITIVE_INFINITY);
  assert.equal(readRetryAfter("soon", date), Number.POSITIVE_INFINITY);
  assert.equal(readRetryAfter("Wed, 21 Oct 2026 07:28:09 GMT", date), 9000);
  assert.equal(readRetryAfter(date, "Wed, 21 Oct 2026 07:28:09 GMT"), 0);
});
