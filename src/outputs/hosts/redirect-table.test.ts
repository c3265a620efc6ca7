import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogOf, healthy } from "../../catalog/testing.ts";
import { aliasPath } from "../../schemas/fields.ts";
import { hostFileNames } from "./host-file-names.ts";
import { findRedirectProblems, type Redirect, redirectTable, toRequestPath } from "./redirect-table.ts";

const pages = new Set(["/", "/topic/new/", "/topic/café/"]);
const files = new Set(["/index.html", "/feed.xml", "/plain"]);

function violationsOf(...ledger: readonly (readonly [string, string])[]): string[] {
  const redirects: Redirect[] = ledger.map(([from, to]) => ({ from, to }));
  return findRedirectProblems(redirects, pages, files).map(({ redirect, message }) => `${redirect.from} ${message}`);
}

test("the ledger has every alias of the catalog with the address of its page", () => {
  const catalog = catalogOf(
    healthy({ "topics/hl7-fhir.md": "name: 'HL7: FHIR'\ndescription: The standard.\naliases: [/old/café/, /older]" }),
  );
  assert.deepEqual(redirectTable(catalog), [
    { from: "/old/café/", to: "/topic/hl7-fhir/" },
    { from: "/older/", to: "/topic/hl7-fhir/" },
  ]);
});

test("a ledger of moves that end at pages is fit", () => {
  assert.deepEqual(violationsOf(), []);
  assert.deepEqual(violationsOf(["/a/", "/topic/new/"], ["/b/", "/topic/new/"], ["/c/", "/topic/caf%C3%A9/"]), []);
});

test("a chain is found", () => {
  assert.deepEqual(violationsOf(["/a/", "/b/"], ["/b/", "/topic/new/"]), [
    "/a/ leads to /b/, which has moved itself: a chain",
  ]);
});

test("a loop is found, of one and of several, and what leads into it", () => {
  assert.deepEqual(violationsOf(["/a/", "/a/"]), ["/a/ leads back to itself: a loop"]);
  assert.deepEqual(violationsOf(["/a/", "/b/"], ["/b/", "/C/"], ["/c/", "/a/"], ["/d/", "/a/"]), [
    "/a/ leads back to itself: a loop",
    "/b/ leads back to itself: a loop",
    "/c/ leads back to itself: a loop",
    "/d/ leads to /a/, which has moved itself: a chain",
  ]);
});

test("a shadow over a page or a file is found, whatever its case", () => {
  assert.deepEqual(violationsOf(["/Topic/New/", "/"], ["/topic/CAFÉ/", "/"], ["/feed.xml/", "/"], ["/plain/", "/"]), [
    "/Topic/New/ shadows a page or a file of the site",
    "/topic/CAFÉ/ shadows a page or a file of the site",
    "/feed.xml/ shadows a page or a file of the site",
    "/plain/ shadows a page or a file of the site",
  ]);
});

test("a target that is no page is found", () => {
  assert.deepEqual(violationsOf(["/a/", "/topic/gone/"], ["/b/", "/feed.xml"]), [
    "/a/ leads to /topic/gone/, which is no page",
    "/b/ leads to /feed.xml, which is no page",
  ]);
});

test("an address with two targets is found", () => {
  assert.deepEqual(violationsOf(["/a/", "/"], ["/A/", "/topic/new/"]), ["/a/ has two targets", "/A/ has two targets"]);
});

test("paths are asked for as a browser asks", () => {
  assert.equal(toRequestPath("/café/a&b;c'(d)/[x]/{y}/"), "/caf%C3%A9/a&b;c'(d)/[x]/%7By%7D/");
});

test("no former address can lie where a file for hosts does, or below it", () => {
  for (const file of Object.values(hostFileNames))
    for (const path of [`/${file}/`, `/${file.toUpperCase()}/`, `/${file}/x/`])
      assert.equal(aliasPath.safeParse(path).success, false, path);
});
