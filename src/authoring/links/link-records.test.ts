import assert from "node:assert/strict";
import { test } from "node:test";
import { isDead } from "../../catalog/dead-links.ts";
import type { LinkRecord, LinkResult } from "../../schemas/link-facts.ts";
import { formatLinkFacts, isNewlyDead, toRecord } from "./link-records.ts";

const URL = "https://acme.example/";

/** The record after these checks: `22 dead` is a check of 22 November. */
function after(...checks: readonly string[]): LinkRecord {
  let record: LinkRecord | undefined;
  for (const check of checks) {
    const [day = "", result] = check.split(" ");
    const checked = { result: result as LinkResult, detail: "status" };
    record = toRecord(record, URL, checked, `2026-11-${day}`);
  }
  assert.ok(record);
  return record;
}

const isDeadAfter = (...checks: readonly string[]) => isDead(after(...checks).deadOn);

test("a link is dead after three checks over seven days, and not before", () => {
  assert.equal(isDeadAfter("01 dead"), false);
  assert.equal(isDeadAfter("01 dead", "08 dead"), false);
  assert.equal(isDeadAfter("01 dead", "02 dead", "07 dead"), false);
  assert.equal(isDeadAfter("01 dead", "01 dead", "01 dead", "08 dead"), false);
  assert.equal(isDeadAfter("01 dead", "02 dead", "08 dead"), true);
});

test("what nobody can tell changes nothing, and a page that is back is back", () => {
  assert.equal(isDeadAfter("01 dead", "02 unclear", "03 dead", "05 unclear", "08 dead"), true);
  assert.equal(isDeadAfter("01 dead", "02 dead", "08 dead", "09 unclear"), true);
  assert.equal(isDeadAfter("01 dead", "02 dead", "05 alive", "08 dead", "09 dead"), false);
  assert.equal(after("01 dead", "02 dead", "08 dead", "09 alive").deadOn, undefined);
});

test("a link is newly dead on one day only, and its record stops growing", () => {
  const checks = ["01 dead", "02 dead", "08 dead"];
  assert.equal(isNewlyDead(after(...checks), "2026-11-08"), true);
  assert.equal(isNewlyDead(after(...checks, "08 dead"), "2026-11-08"), true);
  assert.equal(isNewlyDead(after(...checks), "2026-11-09"), false);
  assert.equal(isNewlyDead(after(...checks, "09 dead"), "2026-11-09"), false);
  assert.equal(isNewlyDead(after(...checks, "09 dead", "20 dead"), "2026-11-20"), false);
  const late = after(...checks, "09 dead", "20 dead", "21 dead", "22 dead");
  assert.deepEqual(late.deadOn, ["2026-11-01", "2026-11-02", "2026-11-08", "2026-11-22"]);
});

test("the file is the same for the same records", () => {
  const a = after("01 alive");
  const b = { ...after("01 dead"), url: "https://b.example/" };
  assert.equal(formatLinkFacts([a, b]), formatLinkFacts([b, a]));
  assert.match(formatLinkFacts([b]), /"deadOn": \[\n\s+"2026-11-01"\n/);
});
