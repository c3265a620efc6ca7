import assert from "node:assert/strict";
import { test } from "node:test";
import { isDead, type LinkRecord, type LinkResult } from "../../schemas/link-facts.ts";
import { formatLinkFacts, isNewlyDead, toRecord } from "./link-record.ts";

const URL = "https://acme.example/";

/** The record after these checks: `22 gone` is a check of 22 November. */
function after(...checks: readonly string[]): LinkRecord {
  let record: LinkRecord | undefined;
  for (const check of checks) {
    const [day = "", result] = check.split(" ");
    const verdict = { result: result as LinkResult, detail: "status" };
    record = toRecord(record, URL, verdict, `2026-11-${day}`);
  }
  assert.ok(record);
  return record;
}

const isDeadAfter = (...checks: readonly string[]) => isDead(after(...checks).gone);

test("a link is dead after three checks over seven days, and not before", () => {
  assert.equal(isDeadAfter("01 gone"), false);
  assert.equal(isDeadAfter("01 gone", "08 gone"), false);
  assert.equal(isDeadAfter("01 gone", "02 gone", "07 gone"), false);
  assert.equal(isDeadAfter("01 gone", "01 gone", "01 gone", "08 gone"), false);
  assert.equal(isDeadAfter("01 gone", "02 gone", "08 gone"), true);
});

test("what nobody can tell changes nothing, and a page that is back is back", () => {
  assert.equal(isDeadAfter("01 gone", "02 unclear", "03 gone", "05 unclear", "08 gone"), true);
  assert.equal(isDeadAfter("01 gone", "02 gone", "08 gone", "09 unclear"), true);
  assert.equal(isDeadAfter("01 gone", "02 gone", "05 there", "08 gone", "09 gone"), false);
  assert.equal(after("01 gone", "02 gone", "08 gone", "09 there").gone, undefined);
});

test("a link is newly dead on one day only, and its record stops growing", () => {
  const checks = ["01 gone", "02 gone", "08 gone"];
  assert.equal(isNewlyDead(after(...checks), "2026-11-08"), true);
  assert.equal(isNewlyDead(after(...checks, "08 gone"), "2026-11-08"), true);
  assert.equal(isNewlyDead(after(...checks), "2026-11-09"), false);
  assert.equal(isNewlyDead(after(...checks, "09 gone"), "2026-11-09"), false);
  assert.equal(isNewlyDead(after(...checks, "09 gone", "20 gone"), "2026-11-20"), false);
  const late = after(...checks, "09 gone", "20 gone", "21 gone", "22 gone");
  assert.deepEqual(late.gone, ["2026-11-01", "2026-11-02", "2026-11-08", "2026-11-22"]);
});

test("the file is the same for the same records", () => {
  const a = after("01 there");
  const b = { ...after("01 gone"), url: "https://b.example/" };
  assert.equal(formatLinkFacts([a, b]), formatLinkFacts([b, a]));
  assert.match(formatLinkFacts([b]), /"gone": \[\n\s+"2026-11-01"\n/);
});
