import assert from "node:assert/strict";
import { test } from "node:test";
import type { Check } from "./check.ts";
import { pageOf, siteOf } from "./testing.ts";
import { checks, formatVerification, verifySite, violationCount } from "./verify-dist.ts";

const site = siteOf({ "index.html": pageOf("/"), "about/index.html": pageOf("/about/") });

const hungry: Check = {
  name: "things",
  run: () => ({
    counts: [{ what: "things", count: 3, least: 1000 }],
    violations: [
      { where: "/", message: "is round" },
      { where: "/about/", message: "is round" },
    ],
  }),
};

test("the report has what was looked at, and each violation once with its places", async () => {
  const report = await verifySite(site, 1, [hungry]);
  assert.equal(violationCount(report), 3);
  assert.equal(
    formatVerification(report),
    [
      "site    2 pages, 2 files",
      "things  3 things",
      "3 violations",
      "  only 3 things, expected 1000: the check",
      "  is round: /, /about/",
      "",
      "3 violations",
    ].join("\n"),
  );
});

test("too few pages are a violation of their own", async () => {
  const report = await verifySite(site, 100, []);
  assert.equal(violationCount(report), 1);
  assert.match(formatVerification(report), /only 2 pages, expected 100/);
  assert.match(formatVerification(await verifySite(site, 2, [])), /^site {2}2 pages, 2 files\n\nNothing wrong$/);
});

test("no check occurs twice", () => {
  assert.equal(new Set(checks.map(({ name }) => name)).size, checks.length);
});
